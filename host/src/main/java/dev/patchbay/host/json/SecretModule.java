package dev.patchbay.host.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.patchbay.api.setting.Secret;
import java.io.IOException;

/** Lets a request carry a secret and no answer: what must be shown once is revealed on purpose. */
final class SecretModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  SecretModule() {
    addDeserializer(Secret.class, new Reader());
    addSerializer(Secret.class, new Refusal());
  }

  private static final class Reader extends StdDeserializer<Secret> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Secret.class);
    }

    @Override
    public Secret deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Secret.of(context.readValue(parser, String.class));
    }
  }

  private static final class Refusal extends StdSerializer<Secret> {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super(Secret.class);
    }

    @Override
    public void serialize(Secret secret, JsonGenerator to, SerializerProvider provider)
        throws JsonMappingException {
      throw JsonMappingException.from(to, "A secret must not be written into JSON");
    }
  }
}
