// Runs before the first paint, so that nobody who chose the dark theme sees a flash of the light one.
// The keys and values are those of src/app/stores/preferences.ts.
(function () {
  var root = document.documentElement;
  try {
    var theme = JSON.parse(localStorage.getItem('da.theme'));
    if (theme === 'light' || theme === 'dark') root.dataset.kernTheme = theme;
    var locale = JSON.parse(localStorage.getItem('da.locale'));
    if (locale === 'de' || locale === 'en') root.lang = locale;
  } catch {
    // Storage may be forbidden or hold something else: the defaults stand.
    root.lang = 'de';
  }
})();
