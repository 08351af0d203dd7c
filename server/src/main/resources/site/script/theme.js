/* Runs before the first paint, so that nothing flickers: what only works with script may show, and so may
   the colours the reader has chosen. Choosing is done in base.js. */
'use strict';
document.documentElement.dataset.script = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch { /* Without storage the preference of the system holds. */ }
