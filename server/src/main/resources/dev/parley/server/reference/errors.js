// Hides what the search does not find. The words may come in any order.
const search = document.getElementById('search');
const count = document.getElementById('count');
const articles = [...document.querySelectorAll('article')].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}));

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { element, text } of articles) {
    element.hidden = !words.every((word) => text.includes(word));
    shown += element.hidden ? 0 : 1;
  }
  for (const section of document.querySelectorAll('section')) {
    section.hidden = !section.querySelector('article:not([hidden])');
  }
  count.textContent = words.length === 0 ? `${shown} codes` : `${shown} of ${articles.length} codes`;
}

search.addEventListener('input', show);
show();
