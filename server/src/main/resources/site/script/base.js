/* What every page's script may use. No markup is ever made from text. */
'use strict';
(() => {
  const live = document.getElementById('live');
  window.tagwire = Object.freeze({
    /** Tells readers who listen, politely. */
    say(text) {
      if (live) live.textContent = text;
    },
  });
})();
