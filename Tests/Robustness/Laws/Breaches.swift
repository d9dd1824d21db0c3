/// What was found not to hold, in words for whoever looks into it.
package struct Breaches {
  package private(set) var found: [String] = []

  package init() {}

  package mutating func check(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { found.append(law()) }
  }
}
