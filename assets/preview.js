// The preview's own page: shows the briefing in a frame, and puts what changed into it when the server says that it
// was built, where the reader is in it and with the folds open. What needs the page's scripts is loaded anew after that.
import { swap } from './swap.js';

const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
const address = (name, version) => '/page/' + encodeURIComponent(name) + '?v=' + version;

{
  const frame = document.getElementById('frame');
  const list = document.getElementById('problems');
  const state = document.getElementById('state');
  const nav = document.getElementById('pages');
  const fold = document.getElementById('list');
  const count = document.getElementById('count');
  let version = -1;
  let held = null; // where the reader was, until the page is there again
  let shown = sessionStorage.getItem('page') || '';
  let source = null; // what the frame shows, parsed as the server sent it
  let anew; // the timer of the next loading

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

  // told says that a version is on the page, when it is painted.
  function told(wanted) {
    requestAnimationFrame(() => setTimeout(() => { frame.dataset.version = wanted; }));
  }

  async function fetched(name, wanted) {
    try {
      const answer = await fetch(address(name, wanted));
      return answer.ok ? parse(await answer.text()) : null;
    } catch { return null; } // the server is gone, and that is told
  }

  // same says whether the frame shows what was fetched.
  function same(doc, page) {
    return ['#_making', 'style'].every((s) => {
      const a = doc.querySelector(s), b = page.querySelector(s);
      return (a && a.textContent) === (b && b.textContent);
    });
  }

  // keep has the page that was loaded as the one to compare the next with.
  async function keep(name, wanted) {
    const page = await fetched(name, wanted);
    if (page && wanted === version && name === shown && same(frame.contentDocument, page)) [source, frame.dataset.kept] = [page, wanted];
  }

  // followed: the reader went to another page by a link in the frame.
  function followed(name) {
    source = held = null;
    shown = name;
    sessionStorage.setItem('page', name);
    links(nav.pages);
    keep(name, version);
  }

  // show loads a page.
  function show(name, at) {
    clearTimeout(anew);
    shown = name;
    held = at;
    source = null;
    sessionStorage.setItem('page', name);
    const wanted = version;
    frame.onload = () => {
      const there = decodeURIComponent(frame.contentWindow.location.pathname.split('/').pop());
      if (there !== name) { followed(there); return; }
      restore(at);
      requestAnimationFrame(() => {
        restore(at); // once more, when fonts and figures have their sizes
        frame.dataset.version = wanted;
        if (wanted === version) held = null;
      });
      keep(name, wanted);
    };
    frame.dataset.version = '';
    frame.contentWindow.location.replace(address(name, wanted));
  }

  // update brings the page that is shown to what was built last.
  async function update() {
    clearTimeout(anew);
    const was = source, wanted = version, name = shown;
    const coming = was && fetched(name, wanted);
    let at = held || place(); // a page that is still loading is not where its reader was; while the server builds, nothing waits for this
    const now = await coming;
    if (wanted !== version || name !== shown) return; // there is newer
    if (!held && at && at.y !== frame.contentWindow.scrollY) at = place();
    const done = now && was === source && swap(frame.contentDocument, was, now);
    if (!done) { show(name, at); return; }
    source = now;
    restore(at);
    told(wanted);
    if (done === 'stale') anew = setTimeout(() => show(name, place()), 1000);
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
    const fits = now.pages.some((p) => p.name === shown);
    if (!fits) shown = now.pages[0].name;
    links(now.pages);
    if (fits) update(); else show(shown, null);
  };
  events.onerror = () => { state.textContent = 'the server does not answer'; };
}
