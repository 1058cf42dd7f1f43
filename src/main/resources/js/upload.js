/* Sends a form with files itself, and shows how much of it has been sent; navigation.js shows the answer. The page of the code loads it,
   because the conversation that follows replaces that page without loading a script. */
(() => {
  const send = (upload, address, body) => new Promise((done, fail) => {
    const bar = upload.querySelector('progress');
    const percent = upload.querySelector('output');
    const show = value => {
      bar.value = value;
      percent.value = Math.floor(value) + ' %';
    };
    const request = new XMLHttpRequest();
    request.upload.onprogress = event => show(100 * event.loaded / event.total);
    request.onload = () => done(Object.defineProperty(new Response(request.responseText), 'url', {value: request.responseURL}));
    request.onerror = () => {
      upload.hidden = true;
      fail();
    };
    request.open('POST', address);
    request.send(body);
    show(0);
    upload.hidden = false;
  });
  const start = () => {
    const upload = document.querySelector('.upload');
    if (!upload) return;
    const form = upload.closest('form');
    form.post = (address, {method, body}, button) => {
      const withoutFiles = button && button.formEnctype;
      return !withoutFiles && form.querySelector('[type=file]').value
        ? send(upload, address, body)
        : fetch(address, {method, body: withoutFiles ? new URLSearchParams(body) : body});
    };
  };
  document.addEventListener('shown', start);
  start();
})();
