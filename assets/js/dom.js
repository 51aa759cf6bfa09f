// Elements made by hand. Texts are only ever set as text, never parsed.
export const words = () => JSON.parse(document.getElementById('_words').textContent);

export const make = (tag, className, text) => {
  const e = document.createElement(tag);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
};

export const button = (className, text, run) => {
  const b = make('button', className, text);
  b.type = 'button';
  b.addEventListener('click', run);
  return b;
};

export const svg = (tag, attributes, children = []) => {
  const e = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  e.append(...children);
  return e;
};

// The element that an event fell on, or the nearest one about it, that matches.
export const hit = (event, selector) => event.target.closest && event.target.closest(selector);

// The id that a fragment names; one that is not percent-encoded as it should be is taken to the letter.
export const named = (hash) => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
};
