package dev.patchbay.bench.provider;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;

/** The sandbox's sign-in, asked whose token it gave. */
final class SignIn {
  private final URI person;

  SignIn(int port) {
    person = URI.create("http://127.0.0.1:" + port + "/openidconnect.googleapis.com/v1/userinfo");
  }

  /** The address of the account that this header stands for. */
  String accountOf(String authorization) throws IOException {
    URLConnection question = person.toURL().openConnection();
    question.setRequestProperty("Authorization", authorization);
    try (InputStream answer = question.getInputStream()) {
      return new JsonMapper().readTree(answer).path("email").asText();
    }
  }
}
