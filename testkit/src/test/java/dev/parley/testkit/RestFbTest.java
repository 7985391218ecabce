package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.BinaryAttachment;
import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookException;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.webhook.WebhookObject;
import com.restfb.types.webhook.whatsapp.WhatsappMessagesValue;
import com.restfb.types.whatsapp.platform.SendMessage;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.Audio;
import com.restfb.types.whatsapp.platform.send.Contact;
import com.restfb.types.whatsapp.platform.send.Context;
import com.restfb.types.whatsapp.platform.send.Document;
import com.restfb.types.whatsapp.platform.send.Image;
import com.restfb.types.whatsapp.platform.send.Interactive;
import com.restfb.types.whatsapp.platform.send.Location;
import com.restfb.types.whatsapp.platform.send.Reaction;
import com.restfb.types.whatsapp.platform.send.Sticker;
import com.restfb.types.whatsapp.platform.send.Text;
import com.restfb.types.whatsapp.platform.send.Video;
import com.restfb.types.whatsapp.platform.send.contact.Name;
import com.restfb.types.whatsapp.platform.send.contact.Phone;
import com.restfb.types.whatsapp.platform.send.interactive.Action;
import com.restfb.types.whatsapp.platform.send.interactive.Body;
import com.restfb.types.whatsapp.platform.send.interactive.Button;
import com.restfb.types.whatsapp.platform.send.interactive.Footer;
import com.restfb.types.whatsapp.platform.send.interactive.Header;
import com.restfb.types.whatsapp.platform.send.interactive.Section;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// RestFB, the widespread Java client of Graph, unmodified but for the base URL. It sends JSON, or
/// forms whose objects are JSON text.
class RestFbTest {
  /// The smallest one.
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final String WORDS = "Grüße 👋 aus Köln 👩‍🍳";

  @Test
  void every_type_that_it_knows_is_taken_and_shown(@TempDir Path data) throws Exception {
    try (Sandbox sandbox = Sandbox.startInRealTime(data)) {
      var phone = sandbox.phone(Sandbox.ADA);
      var inbound = phone.writes("Hallo").value();
      var sent = new ArrayList<String>();
      for (var message : messages(inbound).entrySet()) {
        var answer = send(client(sandbox), message.getValue());
        assertThat(answer.getMessages()).as(message.getKey()).hasSize(1);
        assertThat(answer.getContacts().getFirst().getWaId()).isEqualTo(Sandbox.ADA);
        if (!message.getKey().equals("reaction")) {
          sent.add(answer.getMessages().getFirst().getId());
        }
      }
      assertThat(phone.screen().toString()).contains(sent);
    }
  }

  @Test
  void a_form_whose_objects_are_json_text_is_taken(@TempDir Path data) {
    try (Sandbox sandbox = Sandbox.startInRealTime(data)) {
      var answer =
          client(sandbox)
              .publish(
                  Sandbox.NUMBER + "/messages",
                  SuccessfulResponse.class,
                  Parameter.with("messaging_product", "whatsapp"),
                  Parameter.with("to", Sandbox.ADA),
                  Parameter.with("type", "text"),
                  Parameter.with("text", new Text(WORDS)));
      assertThat(answer.getMessages()).hasSize(1);
      assertThat(sandbox.phone(Sandbox.ADA).screen().getLast().toString()).contains(WORDS);
    }
  }

  @Test
  void it_understands_why_a_message_is_refused(@TempDir Path data) {
    try (Sandbox sandbox = Sandbox.startInRealTime(data)) {
      var message = new SendMessage(Sandbox.ADA);
      message.setText(new Text("x".repeat(4097)));
      assertThatThrownBy(() -> send(client(sandbox), message))
          .isInstanceOfSatisfying(
              FacebookOAuthException.class,
              refused -> {
                assertThat(refused.getErrorCode()).isEqualTo(100);
                assertThat(refused.getErrorMessage()).contains("at most 4096 characters");
              });
    }
  }

  @Test
  void it_reads_a_delivery_with_umlauts_and_emoji(@TempDir Path data) {
    try (Sandbox sandbox = Sandbox.startInRealTime(data);
        Inbox inbox = Inbox.open()) {
      sandbox.deliverTo(inbox);
      var wamid = sandbox.phone(Sandbox.ADA).writes(WORDS);
      var delivered = inbox.next(each -> each.value().has("messages"));
      assertThat(delivered.isSignedWith(Sandbox.APP_SECRET)).isTrue();

      var read =
          new DefaultJsonMapper()
              .toJavaObject(
                  new String(delivered.body(), StandardCharsets.UTF_8), WebhookObject.class);
      var change = read.getEntryList().getFirst().getChanges().getFirst();
      var value = (WhatsappMessagesValue) change.getValue();
      assertThat(value.getMessages().getFirst().getText().getBody()).isEqualTo(WORDS);
      assertThat(value.getMessages().getFirst().getId()).isEqualTo(wamid.value());
      assertThat(value.getMessages().getFirst().getFrom()).isEqualTo(Sandbox.ADA);
    }
  }

  @Test
  void a_file_goes_up_is_sent_by_its_id_comes_down_and_goes(@TempDir Path data) throws Exception {
    try (Sandbox sandbox = Sandbox.startInRealTime(data)) {
      var client = client(sandbox);
      byte[] picture = Base64.getDecoder().decode(PNG);
      var uploaded =
          client.publish(
              Sandbox.NUMBER + "/media",
              JsonObject.class,
              BinaryAttachment.with("file", "dish.png", picture, "image/png"),
              Parameter.with("messaging_product", "whatsapp"));
      var id = uploaded.getString("id", "");
      var message = to();
      message.setMedia(new Image(id));
      var sent = send(client, message).getMessages().getFirst().getId();
      assertThat(sandbox.phone(Sandbox.ADA).screen().getLast().toString()).contains(sent);

      var url = client.fetchObject(id, JsonObject.class).getString("url", "");
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Authorization", "Bearer " + Sandbox.KEY)
              .build();
      try (var http = HttpClient.newHttpClient()) {
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body())
            .isEqualTo(picture);
      }
      assertThat(client.deleteObject(id)).isTrue();
      assertThatThrownBy(() -> client.fetchObject(id, JsonObject.class))
          .isInstanceOf(FacebookException.class);
    }
  }

  /// One of each, by a name of ours.
  private static Map<String, SendMessage> messages(String inbound) throws MalformedURLException {
    var messages = new LinkedHashMap<String, SendMessage>();
    var text = to();
    text.setText(new Text(WORDS));
    text.setContext(new Context(inbound));
    messages.put("text", text);

    var reaction = to();
    var thumb = new Reaction(inbound);
    thumb.setEmoji("👍");
    reaction.setReaction(thumb);
    messages.put("reaction", reaction);

    var location = to();
    var place = new Location(13.3777, 52.5163);
    place.setName("Tor");
    location.setLocation(place);
    messages.put("location", location);

    var contacts = to();
    var ada = new Contact();
    var name = new Name("Ada Lovelace");
    name.setFirstName("Ada");
    ada.setName(name);
    var phone = new Phone();
    phone.setPhone("+1 555 010 0101");
    phone.setType("HOME");
    ada.addPhone(phone);
    contacts.addContact(ada);
    messages.put("contacts", contacts);

    var image = to();
    var picture = new Image(link("a.jpg"));
    picture.setCaption(WORDS);
    image.setMedia(picture);
    messages.put("image", image);
    var video = to();
    video.setMedia(new Video(link("a.mp4")));
    messages.put("video", video);
    var audio = to();
    audio.setMedia(new Audio(link("a.mp3")));
    messages.put("audio", audio);
    var sticker = to();
    sticker.setMedia(new Sticker(link("a.webp")));
    messages.put("sticker", sticker);
    var document = to();
    var paper = new Document(link("a.pdf"));
    paper.setFilename("menü.pdf");
    document.setMedia(paper);
    messages.put("document", document);

    var buttons = new Action();
    buttons.addButton(new Button("yes", "Ja, gern")).addButton(new Button("no", "Nein"));
    messages.put("button", interactive(buttons, Interactive.Type.button, null));

    var list = new Action();
    list.setButton("Öffnen");
    var section = new Section();
    section.setTitle("Süß");
    section.addRow(new Section.Row("a", "Äpfel"));
    list.addSection(section);
    messages.put("list", interactive(list, Interactive.Type.list, null));

    var product = new Action();
    product.setCatalogId("300000000000001");
    product.setProductRetailerId("sku-01");
    messages.put("product", interactive(product, Interactive.Type.product, null));

    var products = new Action();
    products.setCatalogId("300000000000001");
    var pizza = new Section();
    pizza.setTitle("Pizza");
    pizza.addProductItem(new Section.Product("sku-01"));
    products.addSection(pizza);
    messages.put(
        "product_list", interactive(products, Interactive.Type.product_list, new Header("Karte")));
    return messages;
  }

  private static SendMessage interactive(
      Action action, Interactive.Type type, @Nullable Header header) {
    var interactive = new Interactive(action);
    interactive.setType(type);
    interactive.setBody(new Body(WORDS));
    interactive.setFooter(new Footer("Olive & Ember"));
    if (header != null) {
      interactive.setHeader(header);
    }
    var message = to();
    message.setInteractive(interactive);
    return message;
  }

  private static SendMessage to() {
    return new SendMessage(Sandbox.ADA);
  }

  private static URL link(String name) throws MalformedURLException {
    return URI.create("https://example.com/" + name).toURL();
  }

  private static SuccessfulResponse send(FacebookClient client, SendMessage message) {
    return client.publish(
        Sandbox.NUMBER + "/messages", SuccessfulResponse.class, com.restfb.Body.withData(message));
  }

  private static FacebookClient client(Sandbox sandbox) {
    var client = new DefaultFacebookClient(Sandbox.KEY, Version.VERSION_24_0);
    client.setFacebookEndpointUrls(
        new FacebookEndpoints() {
          @Override
          public String getGraphEndpoint() {
            return sandbox.url().toString();
          }
        });
    return client;
  }
}
