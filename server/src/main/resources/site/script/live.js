/* An open page hears how many articles are new, and says so without moving what is being read. */
'use strict';
(() => {
  const main = document.getElementById('news');
  const address = main && main.dataset.live;
  if (!address || !window.EventSource) return;
  const LEAST = 5000;
  const MOST = 300000;
  let source = null;
  let timer = 0;
  let wait = LEAST;
  let shown = 0;
  let dismissed = 0;

  const notice = document.createElement('div');
  notice.className = 'live-news';
  notice.hidden = true;
  const button = (name, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = name;
    made.addEventListener('click', act);
    notice.append(made);
    return made;
  };
  const show = button('live-show', () => {
    scrollTo({ top: 0, behavior: 'instant' });
    location.reload();
  });
  const close = button('live-close', () => {
    dismissed = shown;
    notice.hidden = true;
    main.focus({ preventScroll: true });
  });
  close.textContent = '×';
  main.before(notice);

  const news = (event) => {
    const told = JSON.parse(event.data);
    wait = LEAST;
    shown = told.count;
    if (shown <= dismissed) {
      notice.hidden = true;
      return;
    }
    show.textContent = told.text;
    show.title = told.show;
    close.setAttribute('aria-label', told.dismiss);
    close.title = told.dismiss;
    notice.hidden = false;
    window.tagwire.say(told.text);
  };

  /* A browser connects again by itself when a connection ends, but not when it was refused. */
  const stop = () => {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
  };
  const start = () => {
    stop();
    source = new EventSource(address);
    source.addEventListener('news', news);
    source.addEventListener('open', () => {
      wait = LEAST;
    });
    source.addEventListener('error', () => {
      if (source && source.readyState === EventSource.CLOSED) {
        stop();
        timer = setTimeout(start, wait * (0.5 + Math.random()));
        wait = Math.min(2 * wait, MOST);
      }
    });
  };
  /* A hidden page listens to nobody: browsers have few connections to a site for all its pages. */
  const look = () => (document.hidden ? stop() : start());
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) look();
  });
  look();
})();
