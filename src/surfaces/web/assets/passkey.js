// Passkeys: fetches the question from the server, lets the browser ask for fingerprint, face or PIN, and sends the answer
// as an ordinary form. The browser's own conversions are used where it has them.
const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const credentialsIn = (list = []) =>
  list.map((credential) => ({ ...credential, id: bytesOf(credential.id) }));

const creationFrom = (json) =>
  PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: bytesOf(json.challenge),
    user: { ...json.user, id: bytesOf(json.user.id) },
    excludeCredentials: credentialsIn(json.excludeCredentials),
  };

const requestFrom = (json) =>
  PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: bytesOf(json.challenge),
    allowCredentials: credentialsIn(json.allowCredentials),
  };

const answerOf = (credential) => {
  if (credential.toJSON) return credential.toJSON();
  const { response } = credential;
  const texts = {};
  for (const name of [
    'clientDataJSON',
    'attestationObject',
    'authenticatorData',
    'signature',
    'userHandle',
  ]) {
    if (response[name]) texts[name] = textOf(response[name]);
  }
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    response: { ...texts, transports: response.getTransports?.() ?? [] },
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  };
};

const ask = async (form) => {
  const body = new URLSearchParams({ _form: form.elements.namedItem('_form')?.value ?? '' });
  const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body, redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  const options = await answer.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: creationFrom(options) })
    : navigator.credentials.get({ publicKey: requestFrom(options) });
};

const problemWords = (error) => {
  if (error.name === 'InvalidStateError') return 'This device has a passkey for your account already.';
  if (error.name === 'NotAllowedError') return 'No passkey was used. Try again, or use another way.';
  return 'The passkey could not be asked for. Reload this page and try again, or use another way.';
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const known = 'PublicKeyCredential' in window;
  form.querySelector('[data-passkey-button]').hidden = !known;
  form.querySelector('[data-passkey-unknown]').hidden = known;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const problem = form.querySelector('[data-passkey-problem]');
    problem.hidden = true;
    try {
      const credential = await ask(form);
      form.elements.credential.value = JSON.stringify(answerOf(credential));
      form.submit();
    } catch (error) {
      problem.textContent = problemWords(error);
      problem.hidden = false;
    }
  });
}
