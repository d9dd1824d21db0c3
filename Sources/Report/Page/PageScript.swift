/// The script of every page: searching, folding, unfolding for print. The page is whole without it.
enum PageScript {
  static let text = """

    (function () {
      'use strict';
      var all = function (what) { return Array.prototype.slice.call(document.querySelectorAll(what)); };
      var byId = function (id) { return document.getElementById(id); };
      var entries = all('.entry'), folds = all('details'), search = byId('search'), found = byId('found');
      var words = entries.map(function (entry) { return plain(entry.textContent); });
      all('.tools').forEach(function (tools) { tools.hidden = false; });
      function plain(text) { return text.normalize('NFKC').toLowerCase(); }
      function fold(open) { folds.forEach(function (one) { one.open = open; }); }
      search.addEventListener('input', function () {
        var wanted = plain(search.value).split(/\\s+/).filter(Boolean), count = 0;
        entries.forEach(function (entry, at) {
          var fits = wanted.every(function (word) { return words[at].indexOf(word) >= 0; });
          entry.classList.toggle('miss', !fits);
          if (fits) {
            count += 1;
            for (var up = entry.parentElement; wanted.length && up; up = up.parentElement) {
              if (up.tagName === 'DETAILS') { up.open = true; }
            }
          }
        });
        found.textContent = wanted.length ? count + ' / ' + entries.length : '';
      });
      byId('open').addEventListener('click', function () { fold(true); });
      byId('close').addEventListener('click', function () { fold(false); });
      var closed = [];
      addEventListener('beforeprint', function () {
        closed = folds.filter(function (one) { return !one.open; });
        fold(true);
      });
      addEventListener('afterprint', function () { closed.forEach(function (one) { one.open = false; }); });
    })();

    """
}
