// Keeps what is said of a text's reading age up to date while it is written, and moves it beside the box that is written in.
// Without it the page says it at every save.
const box = document.querySelector('[data-reading-age]');
const said = box.querySelector('[data-reading-age-said]');
const fields = [...document.querySelectorAll('main form textarea')];
const pause = 700;
let timer;
let asked = 0;

const look = async () => {
  const text = fields
    .map((field) => field.value.trim())
    .filter(Boolean)
    .join('\n');
  if (text === '') return;
  const mine = ++asked;
  const answer = await fetch('/api/report.measure-reading-age', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: box.dataset.readingAge, text }),
  }).catch(() => undefined);
  // What was asked since is newer.
  if (!answer?.ok || mine !== asked) return;
  const paragraphs = (await answer.json()).said.map((sentence) => {
    const paragraph = document.createElement('p');
    paragraph.className = 'govuk-body';
    paragraph.textContent = sentence;
    return paragraph;
  });
  said.replaceChildren(...paragraphs);
};

said.setAttribute('aria-live', 'polite');
for (const field of fields) {
  field.addEventListener('focus', () => field.closest('.govuk-form-group').append(box));
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
}
