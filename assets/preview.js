// The preview's own page: shows the briefing in a frame, and loads it again when the
// server says that it was built, where the reader is in it and with the folds open.
(() => {
  'use strict';
  const frame = document.getElementById('frame');
  const list = document.getElementById('problems');
  const state = document.getElementById('state');
  const nav = document.getElementById('pages');
  let version = -1;
  let shown = sessionStorage.getItem('page') || '';

  // What the reader sees of a page: how far down, and which folds are open.
  const folds = (doc) => [...doc.querySelectorAll('details')];
  function place() {
    const win = frame.contentWindow, doc = frame.contentDocument;
    if (!doc || !doc.body) return null;
    return { y: win.scrollY, open: folds(doc).map((d) => d.open) };
  }
  function restore(at) {
    const doc = frame.contentDocument;
    if (!at || !doc) return;
    folds(doc).forEach((d, i) => { if (at.open[i] !== undefined) d.open = at.open[i]; });
    frame.contentWindow.scrollTo(0, at.y);
  }

  function show(name, at) {
    shown = name;
    sessionStorage.setItem('page', name);
    frame.onload = () => { restore(at); requestAnimationFrame(() => restore(at)); frame.dataset.version = version; };
    frame.contentWindow.location.replace('/page/' + encodeURIComponent(name) + '?v=' + version);
  }

  function link(page) {
    const a = document.createElement('a');
    a.textContent = page.label;
    a.href = '/page/' + encodeURIComponent(page.name);
    if (page.pdf) a.target = '_blank';
    else {
      if (page.name === shown) a.setAttribute('aria-current', 'page');
      a.onclick = (e) => { e.preventDefault(); show(page.name, null); links(nav.pages); };
    }
    return a;
  }
  function links(pages) {
    nav.pages = pages;
    nav.replaceChildren(...pages.flatMap((p) => [link(p), ' ']));
  }

  function problem(p) {
    const li = document.createElement('li');
    li.className = p.warning ? 'warning' : 'error';
    const copy = document.createElement('button');
    copy.textContent = p.place;
    copy.title = 'Copy';
    copy.onclick = () => navigator.clipboard.writeText(p.place);
    li.append(copy, ' ' + p.text);
    if (p.hint) {
      const hint = document.createElement('small');
      hint.textContent = p.hint;
      li.append(hint);
    }
    return li;
  }

  const events = new EventSource('/events');
  events.onmessage = (e) => {
    const now = JSON.parse(e.data);
    list.replaceChildren(...now.problems.map(problem));
    state.textContent = now.broken ? 'not built: the page shows what was built last' : 'built in ' + now.ms + ' ms';
    document.body.dataset.seen = now.seen;
    if (now.pages.length === 0 || now.version === version) return;
    version = now.version;
    if (!now.pages.some((p) => p.name === shown)) shown = now.pages[0].name;
    links(now.pages);
    show(shown, place());
  };
  events.onerror = () => { state.textContent = 'the server does not answer'; };
})();
