// Asks the device for one file.

/**
 * @param accept kinds of files, as of an input field; '' for all
 * @param capture `environment` brings up the camera where there is one
 * @returns the file; never settles when the user changes his mind
 */
export function pickFile(accept, { capture } = {}) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept });
  if (capture) input.setAttribute('capture', capture);
  return new Promise((resolve) => {
    input.addEventListener('change', () => input.files[0] && resolve(input.files[0]));
    input.click();
  });
}
