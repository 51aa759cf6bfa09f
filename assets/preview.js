// The preview's own page: shows the briefing in a frame, and loads it again when the
// server says that it was built, where the reader is in it and with the folds open.
(() => {
  'use strict';
  const frame = document.getElementById('frame');
  const list = document.getElementById('problems');
  const state = document.getElementById('state');
  const nav = document.getElementById('pages');
  const fold = document.getElementById('list');
  const count = document.getElementById('count');
  let version = -1;
  let held = null; // where the reader was, until the page is there again
  let shown = sessionStorage.getItem('page') || '';

  // What the reader sees of a page: the part at the top of the window and how far it
  // stands from there, so that text that comes before it does not move it, and which
  // folds are open, by what stands on them.
  const folds = (doc) => {
    const seen = {};
    return [...doc.querySelectorAll('details')].map((d) => {
      const on = d.id || (d.querySelector('summary') || d).textContent.trim();
      seen[on] = (seen[on] || 0) + 1;
      return [on + ' ' + seen[on], d];
    });
  };
  function place() {
    const win = frame.contentWindow, doc = frame.contentDocument;
    if (!doc || !doc.body) return null;
    let id = null, from = Infinity;
    for (const e of doc.querySelectorAll('main [id]')) {
      const box = e.getBoundingClientRect();
      if (box.height > 0 && Math.abs(box.top) < Math.abs(from)) [id, from] = [e.id, box.top];
    }
    return { y: win.scrollY, id, from, open: Object.fromEntries(folds(doc).map(([on, d]) => [on, d.open])) };
  }
  function restore(at) {
    const doc = frame.contentDocument;
    if (!at || !doc) return;
    for (const [on, d] of folds(doc)) if (on in at.open) d.open = at.open[on];
    const top = at.y > 0 && at.id && doc.getElementById(at.id);
    const win = frame.contentWindow;
    win.scrollTo({ left: 0, top: top ? win.scrollY + top.getBoundingClientRect().top - at.from : at.y, behavior: 'instant' });
  }

  function show(name, at) {
    shown = name;
    held = at;
    sessionStorage.setItem('page', name);
    const wanted = version;
    frame.onload = () => {
      restore(at);
      requestAnimationFrame(() => {
        restore(at); // once more, when fonts and figures have their sizes
        frame.dataset.version = wanted;
        if (wanted === version) held = null;
      });
    };
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
    copy.setAttribute('aria-label', 'Copy ' + p.place);
    copy.onclick = async () => {
      await navigator.clipboard.writeText(p.place);
      state.textContent = 'copied ' + p.place;
    };
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
    const wrong = now.problems.filter((p) => !p.warning).length;
    fold.hidden = now.problems.length === 0;
    count.textContent = (wrong ? wrong + (wrong === 1 ? ' problem, ' : ' problems, ') : '') + (now.problems.length - wrong) + ' warnings';
    if (wrong) fold.open = true;
    state.textContent = now.broken ? 'not built: the page shows what was built last' : 'built in ' + now.ms + ' ms';
    document.body.dataset.seen = now.seen;
    if (now.pages.length === 0 || now.version === version) return;
    version = now.version;
    document.body.dataset.version = version;
    if (!now.pages.some((p) => p.name === shown)) shown = now.pages[0].name;
    links(now.pages);
    show(shown, held || place()); // a page that is still loading is not where its reader was
  };
  events.onerror = () => { state.textContent = 'the server does not answer'; };
})();
