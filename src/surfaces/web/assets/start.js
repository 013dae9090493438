// Runs before the page is drawn: says that scripts run, so that nothing jumps, then starts govuk-frontend's components.
// A page works in full without it.
(() => {
  document.body.classList.add('js-enabled');
  if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');

  // A region that has nothing to scroll is no place to stop with the Tab key.
  const markScrollRegions = () => {
    for (const region of document.querySelectorAll('.gt-scroll')) {
      if (region.scrollWidth > region.clientWidth) region.setAttribute('tabindex', '0');
      else region.removeAttribute('tabindex');
    }
  };

  document.addEventListener('DOMContentLoaded', async () => {
    markScrollRegions();
    addEventListener('resize', markScrollRegions);
    const { initAll } = await import('/assets/govuk-frontend.js');
    initAll();
    if (document.querySelector('form[data-passkey]')) await import('/assets/passkey.js');
    if (document.querySelector('[data-reading-age]')) await import('/assets/reading-age.js');
    if (document.querySelector('dialog[data-session-ends-in]')) await import('/assets/stay-signed-in.js');
  });
})();
