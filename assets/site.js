// Search over titles, judgements and facts, without a server: the index is a script
// beside this one, so that it works from disk.
(() => {
  'use strict';
  const form = document.getElementById('search');
  const field = document.getElementById('query');
  const list = document.getElementById('found');
  const count = document.getElementById('count');
  if (!form || !window.sitrepIndex) return;
  form.hidden = false;
  const fold = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const items = window.sitrepIndex.map((i) => ({ ...i, folded: fold(i.text + ' ' + i.of) }));
  const most = 50;

  function find() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? items.filter((i) => words.every((w) => i.folded.includes(w))) : [];
    const said = form.dataset[hits.length === 1 ? 'one' : 'other'].replace('{1}', hits.length);
    const some = form.dataset.shown.replace('{1}', said).replace('{2}', most);
    count.textContent = !words.length ? '' : hits.length > most ? some : said;
    list.replaceChildren(...hits.slice(0, most).map((i) => {
      const li = document.createElement('li');
      const a = document.createElement('a');
      a.href = i.url;
      a.lang = i.lang;
      a.textContent = i.text;
      const of = document.createElement('small');
      of.textContent = i.kind ? ' ' + i.kind + ', ' + i.of : '';
      li.append(a, of);
      return li;
    }));
  }
  form.onsubmit = (e) => { e.preventDefault(); find(); };
  field.oninput = find;
})();
