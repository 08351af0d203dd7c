/* What every page's script may use, the colours, and the keyboard. No markup is ever made from text. */
'use strict';
(() => {
  const root = document.documentElement;
  const live = document.getElementById('live');
  const button = document.getElementById('theme');
  const dialog = document.getElementById('keys');
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const store = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch { /* Kept for this page only. */ }
  };
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  window.tagwire = Object.freeze({
    /** Tells readers who listen, politely; the same twice is said twice. */
    say(text) {
      if (!live) return;
      live.textContent = '';
      setTimeout(() => { live.textContent = text; }, 50);
    },
    /** Whether single keys may do something just now. */
    mayUseKeys: (event) => keysAllowed(event),
  });

  /* Colours: the system's, until the reader chooses the other. */
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
  const showTheme = () => {
    if (button) button.setAttribute('aria-pressed', String(isDark()));
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) {
      meta.dataset.own ??= meta.media;
      const own = meta.dataset.own.includes('dark');
      meta.media = root.dataset.theme ? (own === isDark() ? 'all' : 'not all') : meta.dataset.own;
    }
  };
  const setTheme = (theme) => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    showTheme();
  };
  const switchTheme = () => {
    const next = isDark() ? 'light' : 'dark';
    const system = dark.matches ? 'dark' : 'light';
    store('theme', next === system ? null : next);
    setTheme(next === system ? null : next);
  };
  button?.addEventListener('click', switchTheme);
  dark.addEventListener('change', showTheme);
  addEventListener('storage', (event) => {
    if (event.key === 'theme') setTheme(['light', 'dark'].includes(event.newValue) ? event.newValue : null);
  });
  showTheme();

  /* A reason asked for by its address is open, also where a browser would leave it shut. */
  const reveal = () => {
    let name = '';
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch { /* No place of ours has such a name. */ }
    const details = name && document.getElementById(name)?.closest('details');
    if (details && !details.open) {
      details.open = true;
      details.scrollIntoView({ block: 'center' });
    }
  };
  addEventListener('hashchange', reveal);
  reveal();

  /* Keys. Off where something is typed, while the browser is meant, and where the reader says so. */
  const OFF = 'keys-off';
  const box = document.getElementById('keys-on');
  if (box) {
    box.checked = stored(OFF) === null;
    box.addEventListener('change', () => store(OFF, box.checked ? null : '1'));
  }
  const typing = (target) =>
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  const keysAllowed = (event) =>
    !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
      && !typing(event.target) && !dialog?.open && (!box || box.checked);

  const links = () => [...document.querySelectorAll('.card .headline a')];
  const step = (by) => {
    const all = links();
    const card = document.activeElement?.closest('.card');
    let at = card ? all.findIndex((link) => card.contains(link)) + by : -1;
    if (!card) {
      const seen = all.findIndex((link) => link.getBoundingClientRect().top >= 0);
      at = by > 0 ? seen : (seen < 0 ? all.length : seen) - 1;
    }
    const link = all[at];
    if (!link) return;
    link.focus({ preventScroll: true });
    link.closest('.card').scrollIntoView({ block: 'nearest' });
  };
  const open = () => {
    const card = document.activeElement?.closest('.card');
    card?.querySelector('.headline a')?.click();
  };
  const search = () => {
    const field = document.querySelector('.top .search input');
    field?.focus();
    field?.select();
  };
  const showKeys = () => dialog?.showModal();
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: open,
    '/': search,
    t: switchTheme,
    '?': showKeys,
  };
  /* Where the layout has no Latin letters, the key in their place counts. */
  const named = (event) => {
    if (event.key <= '\x7f') return event.key;
    return event.code === 'Slash' ? (event.shiftKey ? '?' : '/') : event.code.replace('Key', '').toLowerCase();
  };
  const after = { h: () => document.querySelector('.brand')?.click() };
  let going = -1500;

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && typing(event.target) && !dialog?.open) event.target.blur();
    if (!keysAllowed(event)) return;
    const key = named(event);
    const action = event.timeStamp - going < 1500 ? after[key] : keys[key];
    going = key === 'g' ? event.timeStamp : -1500;
    if (!action || (event.repeat && key !== 'j' && key !== 'k')) return;
    event.preventDefault();
    action();
  });
  for (const opener of document.querySelectorAll('[data-keys]')) opener.addEventListener('click', showKeys);
  dialog?.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
