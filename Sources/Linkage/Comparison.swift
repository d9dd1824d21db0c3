/// What two entries have in common and what keeps them apart, in nats of what their words tell.
struct Comparison: Sendable {
  /// What both titles say.
  var title: Float = 0
  /// What a title says that the other entry says only in its text.
  var crossed: Float = 0
  /// What a title says that the other entry does not, but for rivals.
  var conflict: Float = 0
  /// What the titles say in each other's place: 龙泉 and 龙湖 between the same words. A word that its own entry's text
  /// does not repeat is hardly a name, and counts less.
  var rivals: (a: Float, b: Float) = (0, 0)
  /// What titles without a common word say that their own texts repeat and the other entry does not: two topics.
  var topics: Float = 0
  /// How much of what a title says and the other entry does not stands in its own text too, from 0 to 1.
  var repeated: Float = 1
  /// Whether both texts repeat a word of the name, or say nothing; else it may be a heading of a form.
  var isTopic = true
  /// What both texts say beyond the titles.
  var text: Float = 0
  /// What one text says beyond the title that the other does not.
  var missing: Float = 0
  /// What the figures tell that both have; others are no sign against the pair, figures change every year.
  var figures: Float = 0
  /// How much of what each entry says the other one says too, from 0 to 1.
  var covered: (a: Float, b: Float) = (0, 0)

  /// The logarithm of the odds that the words speak for one matter, but for a constant and the number of entries.
  ///
  /// A title's shared words count in full. What stands in each other's place counts against the pair as far as the
  /// rest of the titles is shared: 推进龙泉渔港建设 and 推进龙湖渔港建设 are two places' harbours, and that their texts are
  /// alike too is then to be expected; a title in wholly other words is a new name, all the more where each text says
  /// what the other title says. Texts count less than titles, as their pairs are not independent of each other. The
  /// numbers were set on labelled pairs; results move little when they are changed by half.
  var logOdds: Float {
    let against = rivalry + 0.3 * conflict * parallel * unlikeness
    let discount = max(0, 1 - rivalry / 4)
    // Few entries can tell no more than how few they are: that all of a name or a text is shared tells something besides.
    let whole = min(isTopic ? 4 : 2, title) * titleLikeness * titleLikeness + 2 * textLikeness * textLikeness
    return title + (whole + 0.3 * (text + figures)) * discount + 0.4 * crossed - 2 * against - topics - unshared
  }

  /// Other words for a matter are common, a wholly other long text under one name is another matter.
  private var unshared: Float { 0.05 * min(50, missing) + 0.03 * max(0, missing - 95) }

  /// By how much the odds may fall short where nothing else is left for either: no name stands in another's place, and
  /// the titles have something in common, or one title with the other text.
  var leeway: Float { rivalry >= 0.5 ? 0 : title > 1 ? 5.2 : min(6, crossed) }

  /// What tells the two apart as two of one kind.
  var rivalry: Float { (rivals.a + rivals.b) * parallel * unlikeness }
  /// The same of what one title alone says.
  var rivalries: (a: Float, b: Float) {
    (rivals.a * parallel * unlikeness, rivals.b * parallel * unlikeness)
  }

  /// How far other words in the titles tell of another matter: little where both texts say the same and repeat none of
  /// them (建设智慧渔港 and 打造数字渔港 over one text).
  private var unlikeness: Float { 1 - (1 - repeated) * textLikeness * textLikeness }

  /// How much of the titles is shared.
  private var parallel: Float {
    let named = title + (crossed + conflict + rivals.a + rivals.b) / 2
    return named > 0 ? title / named : 0
  }

  /// How alike the titles are, from 0 to 1.
  var titleLikeness: Float { Comparison.share(title, conflict + rivals.a + rivals.b + crossed) }
  /// How alike the texts are, from 0 to 1.
  var textLikeness: Float { Comparison.share(text, missing) }

  private static func share(_ both: Float, _ either: Float) -> Float {
    let all = both + either / 2
    return all > 0 ? both / all : 0
  }
}
