// Shows the form that the server describes and sends what was typed to the same server. It builds
// the page out of text only, keeps nothing, and writes no value anywhere but into its field.
(() => {
  const element = (id) => document.getElementById(id);
  const id = location.hash.slice(1);
  const address = `../connect-forms/${encodeURIComponent(id)}`;
  const inputs = new Map();

  const end = (page, reply) => location.replace(`${page}.html${reply ? `#${reply}` : ""}`);

  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  const input = (field) => {
    if (field.kind === "choice") {
      const select = make("select", {});
      field.choices.forEach((choice) => select.append(make("option", { value: choice, textContent: choice })));
      return select;
    }
    const types = { secret: "password", integer: "number", boolean: "checkbox" };
    return make("input", { type: types[field.kind] ?? "text", autocomplete: "off", spellcheck: false });
  };

  const row = (field) => {
    const control = input(field);
    control.id = `field-${field.name}`;
    control.required = field.required;
    const problem = make("span", { className: "problem", id: `problem-${field.name}` });
    control.setAttribute("aria-describedby", `help-${field.name} ${problem.id}`);
    inputs.set(field.name, { control, problem });
    const line = make("div", { className: "field" });
    line.append(
      make("label", { htmlFor: control.id, textContent: field.label }),
      control,
      make("span", { className: "help", id: `help-${field.name}`, textContent: field.help }),
      problem
    );
    return line;
  };

  const show = (page) => {
    element("title").textContent = `Connect ${page.service}`;
    element("lead").textContent = `Patchbay needs these details to reach your ${page.service} account.`;
    page.fields.forEach((field) => element("fields").append(row(field)));
    element("form").hidden = false;
    inputs.values().next().value?.control.focus();
  };

  const say = (message) => {
    element("problem").textContent = message;
    element("problem").hidden = !message;
  };

  const complain = (errors) => {
    inputs.forEach(({ control, problem }, name) => {
      const error = errors.find((one) => one.field === `fields.${name}`);
      problem.textContent = error ? error.message : "";
      control.setAttribute("aria-invalid", String(Boolean(error)));
    });
    inputs.forEach(({ control }) => control.getAttribute("aria-invalid") === "true" && control.focus());
  };

  const typed = () => {
    const values = {};
    inputs.forEach(({ control }, name) => {
      const value = control.type === "checkbox" ? String(control.checked) : control.value;
      if (value) {
        values[name] = value;
      }
    });
    return JSON.stringify(values);
  };

  const ask = (options) =>
    fetch(address, { credentials: "same-origin", cache: "no-store", redirect: "error", ...options }).then(
      (answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))
    );

  const send = (event) => {
    event.preventDefault();
    say("");
    element("send").disabled = true;
    ask({ method: "POST", headers: { "Content-Type": "application/json" }, body: typed() })
      .then((answer) => {
        if (answer.page) {
          end(answer.page, answer.reply);
          return;
        }
        say(answer.message ?? "");
        complain(answer.errors ?? []);
      })
      .catch(() => say("That did not work. Try again."))
      .finally(() => {
        element("send").disabled = false;
      });
  };

  element("form").addEventListener("submit", send);
  ask({})
    .then(show)
    .catch(() => end("unknown"));
})();
