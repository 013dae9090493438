// Opens the warning that stands closed in the page, five minutes before the session ends. Another window may have prolonged
// it, so the server is asked first; asking does not prolong.
const dialog = document.querySelector('dialog[data-session-ends-in]');
const warnBefore = 5 * 60;
const part = (name) => dialog.querySelector(`[data-timeout-${name}]`);
let endsAt = Date.now() + Number(dialog.dataset.sessionEndsIn) * 1000;
let timer;

const secondsLeft = () => Math.round((endsAt - Date.now()) / 1000);

const setEnd = ({ ends_in }) => {
  endsAt = Date.now() + ends_in * 1000;
};

const show = (name) => {
  for (const each of ['warning', 'last', 'over']) part(each).hidden = each !== name;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('h2').focus();
};

const words = (seconds) => {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? 'less than a minute' : `${minutes} minutes`;
};

const look = async () => {
  clearTimeout(timer);
  if (secondsLeft() > warnBefore) return wait(secondsLeft() - warnBefore);
  // A computer that slept, or another window: the server knows.
  const known = await fetch('/session').then(
    (answer) => answer.json(),
    () => undefined,
  );
  if (known) setEnd(known);
  const left = secondsLeft();
  if (left > warnBefore) {
    dialog.close();
    return wait(left - warnBefore);
  }
  if (left <= 0) {
    dialog.querySelector('h2').textContent = 'You have been signed out';
    return show('over');
  }
  if (part('last').hidden && !dialog.open) show('warning');
  // Said again only when the words change: once a minute.
  const said = part('left');
  if (said.textContent !== words(left)) said.textContent = words(left);
  return wait(Math.min(left, 30));
};

const wait = (seconds) => {
  timer = setTimeout(look, Math.max(1, seconds) * 1000);
};

part('stay').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
  }).then(
    (response) => response.json(),
    () => undefined,
  );
  if (answer) setEnd(answer);
  if (secondsLeft() > warnBefore) dialog.close();
  else if (secondsLeft() > 0) show('last');
  await look();
});

for (const close of dialog.querySelectorAll('[data-timeout-close]')) {
  close.addEventListener('click', () => dialog.close());
}
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void look();
});
void look();
