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

  const choose = (choice) => {
    say("");
    element("choices").inert = true;
    tell(`${address}/choice`, JSON.stringify({ integrationId: choice.id }))
      .then((answer) => (answer.page ? end(answer.page, answer.reply) : goOn(answer.address)))
      .catch(() => {
        element("choices").inert = false;
        say("That did not work. Try again.");
      });
  };

  const goOn = (next) =>
    new URL(next).pathname === location.pathname && new URL(next).origin === location.origin
      ? location.reload()
      : location.replace(next);

  const offer = (choice, choices) => {
    const button = make("button", { type: "button", className: "choice" });
    const words = make("span", {});
    words.append(make("strong", { textContent: choice.service }));
    if (choices.some((other) => other !== choice && other.service === choice.service)) {
      words.append(make("span", { className: "help", textContent: choice.name }));
    }
    button.append(
      choice.icon ? make("img", { src: choice.icon, alt: "" }) : make("span", { className: "no-icon" }),
      words
    );
    button.addEventListener("click", () => choose(choice));
    const item = make("li", {});
    item.append(button);
    return item;
  };

  const showChoices = (choices) => {
    element("lead").textContent = "Which service do you want to connect?";
    element("choices").append(...choices.map((choice) => offer(choice, choices)));
    element("choices").hidden = false;
    element("note").textContent = "You go on to the service, or to a form of this server.";
    element("choices").querySelector("button")?.focus();
  };

  const show = (page) => {
    if (page.choices) {
      showChoices(page.choices);
      return;
    }
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

  const ask = (options, at = address) =>
    fetch(at, { credentials: "same-origin", cache: "no-store", redirect: "error", ...options }).then(
      (answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))
    );

  const tell = (at, body) =>
    ask({ method: "POST", headers: { "Content-Type": "application/json" }, body }, at);

  const send = (event) => {
    event.preventDefault();
    say("");
    element("send").disabled = true;
    tell(address, typed())
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
