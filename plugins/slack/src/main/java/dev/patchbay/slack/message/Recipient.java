package dev.patchbay.slack.message;

import java.util.regex.Pattern;

/**
 * To whom a message goes.
 *
 * @param kind how it was given
 * @param text as it was given
 */
record Recipient(Kind kind, String text) {

  /** The forms in which a recipient can be given. */
  enum Kind {
    /** The id of a channel or of an open conversation. */
    CONVERSATION("[CGD][A-Z0-9]{2,}"),
    /** A public channel by its name, with a hash. */
    CHANNEL_NAME("#[^\\s#,]+"),
    /** The id of a person. */
    PERSON("[UW][A-Z0-9]{2,}"),
    /** A person's e-mail address. */
    ADDRESS("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+");

    private final Pattern form;

    Kind(String form) {
      this.form = Pattern.compile(form);
    }
  }

  static Recipient parse(String text) {
    for (var kind : Kind.values()) {
      if (kind.form.matcher(text.strip()).matches()) {
        return new Recipient(kind, text.strip());
      }
    }
    throw new IllegalArgumentException(
        "The property \"to\" must be the id of a channel (C…) or a person (U…), #name of a public"
            + " channel, or an e-mail address, not \""
            + text
            + "\"");
  }
}
