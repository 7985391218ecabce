package dev.parley.protocol.message;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.message.ButtonMessage.Button;
import dev.parley.protocol.message.ListMessage.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Messages of every kind, with every part present or absent, up to their limits.
public final class Messages {
  private Messages() {}

  /// Letters, accents, quotes, line breaks and emoji; never blank, no space at the ends.
  public static Arbitrary<String> words(int maxChars) {
    var inner = Arbitraries.of("a", "Z", "é", "ß", "漢", " ", "\n", "\"", "\\", "/", "🍜", "\u2028");
    return Arbitraries.integers()
        .between(1, Math.min(maxChars, 40))
        .flatMap(
            length -> inner.list().ofSize(length).map(parts -> "x" + String.join("", parts) + "y"))
        .map(text -> cut(text, maxChars));
  }

  private static String cut(String text, int maxChars) {
    int chars = text.codePointCount(0, text.length());
    return chars <= maxChars ? text : "x".repeat(maxChars);
  }

  public static Arbitrary<Message> any() {
    return Arbitraries.oneOf(
        text(), media(), interactive(), reaction(), location(), contacts(), TemplateMessages.any());
  }

  static Arbitrary<Message> text() {
    return Combinators.combine(words(Text.BODY_MAX_CHARS), Arbitraries.of(true, false))
        .as(Text::new);
  }

  public static Arbitrary<Message> interactive() {
    return Arbitraries.oneOf(
        list(),
        buttons(),
        locationRequest(),
        product(),
        productList(),
        ctaUrl(),
        InteractiveMessages.any());
  }

  private static Arbitrary<Message> list() {
    var sections =
        Arbitraries.integers()
            .between(1, 10)
            .flatMap(
                rows -> Arbitraries.integers().between(1, rows).flatMap(n -> sections(n, rows)));
    return Combinators.combine(
            title().injectNull(0.3),
            words(ListMessage.BODY_MAX_CHARS),
            words(Interactive.FOOTER_MAX_CHARS).injectNull(0.3),
            words(ListMessage.BUTTON_MAX_CHARS),
            sections)
        .as((header, body, footer, button, parts) ->
            new ListMessage(header, body, footer, button, parts));
  }

  /// So many sections with so many rows in all, their ids numbered.
  private static Arbitrary<List<ListMessage.Section>> sections(int sections, int rows) {
    var row =
        Combinators.combine(
            words(Row.TITLE_MAX_CHARS), words(Row.DESCRIPTION_MAX_CHARS).injectNull(0.4));
    return Combinators.combine(
            row.as((title, description) -> new Row("", title, description)).list().ofSize(rows),
            words(ListMessage.Section.TITLE_MAX_CHARS).list().ofSize(sections),
            Arbitraries.of(true, false))
        .as((all, titles, untitled) -> split(all, titles, untitled && sections == 1));
  }

  private static List<ListMessage.Section> split(
      List<Row> rows, List<String> titles, boolean untitled) {
    var sections = new ArrayList<ListMessage.Section>();
    int each = rows.size() / titles.size();
    for (int i = 0; i < titles.size(); i++) {
      int end = i == titles.size() - 1 ? rows.size() : (i + 1) * each;
      var part = new ArrayList<Row>();
      for (int j = i * each; j < end; j++) {
        part.add(new Row("row-" + j, rows.get(j).title(), rows.get(j).description()));
      }
      sections.add(new ListMessage.Section(untitled ? null : titles.get(i), part));
    }
    return sections;
  }

  private static Arbitrary<Message> buttons() {
    var buttons =
        words(Button.TITLE_MAX_CHARS)
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(ButtonMessage.BUTTONS_MAX)
            .map(titles -> titles.stream().map(title -> new Button("id " + title, title)).toList());
    return Combinators.combine(
            header().injectNull(0.3),
            words(Interactive.BODY_MAX_CHARS),
            words(Interactive.FOOTER_MAX_CHARS).injectNull(0.3),
            buttons)
        .as(ButtonMessage::new);
  }

  private static Arbitrary<Message> locationRequest() {
    return words(Interactive.BODY_MAX_CHARS).map(LocationRequest::new);
  }

  private static Arbitrary<Message> product() {
    return Combinators.combine(
            words(Interactive.BODY_MAX_CHARS).injectNull(0.3),
            words(Interactive.FOOTER_MAX_CHARS).injectNull(0.3),
            words(30))
        .as((body, footer, product) -> new Product(body, footer, "300000000000001", product));
  }

  private static Arbitrary<Message> productList() {
    var products = words(30).list().uniqueElements().ofMinSize(1).ofMaxSize(15);
    return Combinators.combine(
            title(),
            words(Interactive.BODY_MAX_CHARS),
            words(Interactive.FOOTER_MAX_CHARS).injectNull(0.3),
            products,
            words(ProductList.Section.TITLE_MAX_CHARS).injectNull(0.3))
        .as((header, body, footer, ids, title) ->
            new ProductList(
                header,
                body,
                footer,
                "300000000000001",
                title == null
                    ? List.of(new ProductList.Section(null, ids))
                    : List.of(
                        new ProductList.Section(title, ids),
                        new ProductList.Section(title, List.of("one more")))));
  }

  private static Arbitrary<Message> ctaUrl() {
    return Combinators.combine(
            header().injectNull(0.3),
            words(Interactive.BODY_MAX_CHARS),
            words(Interactive.FOOTER_MAX_CHARS).injectNull(0.3),
            words(CtaUrl.DISPLAY_TEXT_MAX_CHARS),
            Arbitraries.of("https://olive.example/book?a=1&b={x}", "HTTP://olive.example:8080"))
        .as(CtaUrl::new);
  }

  static Arbitrary<Header.Title> title() {
    return words(Header.Title.TEXT_MAX_CHARS).map(Header.Title::new);
  }

  static Arbitrary<Header> header() {
    var media =
        Combinators.combine(
                Arbitraries.of(Header.Kind.values()), source(), words(40).injectNull(0.3))
            .as((kind, source, name) ->
                new Header.Media(kind, source, kind == Header.Kind.DOCUMENT ? name : null));
    return Arbitraries.oneOf(title().map(title -> title), media.map(header -> header));
  }

  static Arbitrary<MediaSource> source() {
    return Arbitraries.of(
        new MediaSource.Uploaded("600000000000001"),
        new MediaSource.Linked("https://files.olive.example/menu%20card.pdf?x=ü#1"));
  }

  private static Arbitrary<Message> reaction() {
    return Arbitraries.of("👍", "❤️", "🇩🇪", "👩🏽‍🚀")
        .injectNull(0.3)
        .map(emoji -> new Reaction(new Wamid("wamid.SGVsbG8="), emoji));
  }

  static Arbitrary<Message> location() {
    return Combinators.combine(
            Arbitraries.doubles().between(-90, 90).ofScale(6),
            Arbitraries.doubles().between(-180, 180).ofScale(6),
            words(Location.NAME_MAX_CHARS).injectNull(0.3),
            words(Location.ADDRESS_MAX_CHARS).injectNull(0.3))
        .as(Location::new);
  }

  private static Arbitrary<Message> contacts() {
    return cards().map(Contacts::new);
  }

  /// Cards with any details.
  public static Arbitrary<List<Contact>> cards() {
    var maybe = words(20).injectNull(0.4);
    var name =
        Combinators.combine(words(30), maybe, maybe, maybe, maybe, maybe).as(Contact.Name::new);
    var phones = Combinators.combine(maybe, maybe, maybe).as(Contact.Phone::new);
    var emails = Combinators.combine(maybe, maybe).as(Contact.Email::new);
    var urls = Combinators.combine(maybe, maybe).as(Contact.Url::new);
    var addresses =
        Combinators.combine(maybe, maybe, maybe, maybe, maybe, maybe, maybe)
            .as(Contact.Address::new);
    var org = Combinators.combine(words(20), maybe, maybe).as(Contact.Org::new);
    return Combinators.combine(
            name,
            phones.list().ofMaxSize(3),
            emails.list().ofMaxSize(2),
            urls.list().ofMaxSize(2),
            addresses.list().ofMaxSize(2),
            org.injectNull(0.5),
            Arbitraries.of(LocalDate.of(1815, 12, 10), LocalDate.of(2000, 2, 29)).injectNull(0.5))
        .as(Contact::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<Message> media() {
    var caption = words(MediaMessage.CAPTION_MAX_CHARS).injectNull(0.3);
    var filename = words(Document.FILENAME_MAX_CHARS).injectNull(0.3);
    return Arbitraries.oneOf(
        Combinators.combine(source(), caption).as(Image::new),
        Combinators.combine(source(), caption).as(Video::new),
        Combinators.combine(source(), Arbitraries.of(true, false)).as(Audio::new),
        Combinators.combine(source(), caption, filename).as(Document::new),
        source().map(Sticker::new));
  }
}
