/* Suggestions while a search is typed (ARIA 1.2 combobox with a list). Without them the form just works. */
'use strict';
(() => {
  const form = document.querySelector('form[role=search]');
  const input = form?.querySelector('input[name=q]');
  const api = form?.dataset.suggest;
  if (!input || !api) return;

  const WAIT = 150;
  const words = form.dataset;
  const place = form.getAttribute('action').replace(/search$/, '');
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.label);
  form.append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': list.id, 'aria-haspopup': 'listbox', autocomplete: 'off',
  })) input.setAttribute(name, value);

  let timer = 0;
  let asked = null;
  let shownFor = '';
  let chosen = -1;

  const options = () => [...list.children];
  const choose = (index) => {
    chosen = index;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  };
  const forget = () => {
    clearTimeout(timer);
    asked?.abort();
    asked = null;
    shownFor = '';
    close();
    list.replaceChildren();
  };
  const said = (count) => count === 0 ? words.none
    : count === 1 ? words.one
      : words.many.replace('{0}', new Intl.NumberFormat(document.documentElement.lang).format(count));

  const option = (name, detail, href, index) => {
    const item = document.createElement('li');
    item.id = `suggestion-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.href = href;
    const first = document.createElement('bdi');
    first.textContent = name;
    const second = document.createElement('bdi');
    second.className = 'detail';
    second.textContent = detail;
    item.append(first, ' ', second);
    return item;
  };

  const show = (answer, typed) => {
    const tags = answer.hashtags.map((tag) =>
      [tag.name, `#${tag.form}`, `${place}hashtag/${encodeURIComponent(tag.form)}`]);
    const publishers = answer.publishers.map((publisher) =>
      [publisher.name, publisher.domain, `${place}publisher/${encodeURIComponent(publisher.domain)}`]);
    const all = [...tags, ...publishers];
    list.replaceChildren(...all.map(([name, detail, href], i) => option(name, detail, href, i)));
    shownFor = typed;
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = all.length === 0;
    input.setAttribute('aria-expanded', String(all.length > 0));
    window.tagwire?.say(said(all.length));
  };

  const ask = async () => {
    const typed = input.value.trim();
    asked?.abort();
    if (!typed || typed.length > 60) return forget();
    const request = new AbortController();
    asked = request;
    try {
      const response = await fetch(`${api}?q=${encodeURIComponent(typed)}`, { signal: request.signal });
      if (!response.ok) return forget();
      const answer = await response.json();
      if (asked === request && document.activeElement === input) show(answer, typed);
    } catch { /* Aborted, or no network: the form still works. */ }
  };

  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener('compositionend', () => { timer = setTimeout(ask, WAIT); });

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden && list.children.length > 0 && shownFor === input.value.trim()) {
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
      } else if (list.hidden) {
        if (input.value.trim()) ask();
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const all = list.children.length;
      choose(chosen + step >= all ? -1 : chosen + step < -1 ? all - 1 : chosen + step);
      event.preventDefault();
    } else if (event.key === 'Escape' && count > 0) {
      close();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && count > 0 && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    } else if (event.key === 'Tab') {
      close();
    }
  });

  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]');
    if (item) location.assign(item.dataset.href);
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', forget);
})();
