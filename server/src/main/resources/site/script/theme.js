/* Runs before the first paint, so that the chosen scheme never flickers. Choosing is done in base.js. */
'use strict';
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch { /* Without storage the preference of the system holds. */ }
