package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.protocol.MetaOpenApi;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendReceipt;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// What we write as a request and as its receipt is what Meta's document describes.
class RequestsAgainstOpenApiTest {

  private static final Optional<MetaOpenApi> META = MetaOpenApi.load();

  @Provide
  Arbitrary<Message> messages() {
    return Messages.any();
  }

  @Property(tries = 200)
  void every_request_that_we_write_is_one_of_metas(@ForAll("messages") Message message) {
    if (META.isEmpty()) {
      return;
    }
    var request = MessageRoundTripTest.request(message).toString();
    assertThat(META.get().problems("Message", request)).as(request).isEmpty();
  }

  @Test
  void a_receipt_is_one_of_metas() {
    assumeTrue(META.isPresent(), "no shared folder");
    var receipt =
        new SendReceipt(
            "+1 555 010 0101",
            new Recipient.Phone(new WaId("15550100101")),
            new Wamid("wamid.SGVsbG8="),
            SendReceipt.ACCEPTED);
    assertThat(META.orElseThrow().problems("MessageResponsePayload", receipt.toJson().toString()))
        .isEmpty();
  }

  @Test
  void the_document_does_find_what_is_wrong() {
    assumeTrue(META.isPresent(), "no shared folder");
    var request = MessageRoundTripTest.request(new Text("hi", false)).toString();
    assertThat(META.orElseThrow().problems("Message", request.replace("\"body\"", "\"words\"")))
        .isNotEmpty();
  }
}
