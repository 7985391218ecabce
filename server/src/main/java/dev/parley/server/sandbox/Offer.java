package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a message of a business offers its user to do, beside reacting and replying.
sealed interface Offer {

  /// For sentences, after "it offers": `"soup" (Soup), "fish" (Fish) to tap`.
  String words();

  /// Itself, or each of several.
  default Stream<Offer> all() {
    return Stream.of(this);
  }

  /// What the buttons of a template offer, of different kinds.
  record Several(List<Offer> offers) implements Offer {
    public Several {
      offers = List.copyOf(offers);
    }

    @Override
    public Stream<Offer> all() {
      return offers.stream();
    }

    @Override
    public String words() {
      return offers.stream().map(Offer::words).collect(Collectors.joining("; "));
    }
  }

  /// Rows and buttons.
  record Choices(List<Choice> choices) implements Offer {
    public Choices {
      choices = List.copyOf(choices);
    }

    /// For sentences: `"soup" (Soup), "fish" (Fish)`.
    String list() {
      return choices.stream().map(Choice::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String words() {
      return list() + " to tap";
    }
  }

  /// A row or a button, and what the business hears when the user taps it.
  record Choice(String id, String title, InboundContent answer) {
    @Override
    public String toString() {
      return "\"" + id + "\" (" + title + ")";
    }
  }

  /// Links; of a carousel, one on each card.
  record Links(List<String> urls) implements Offer {
    public Links {
      urls = List.copyOf(urls);
    }

    @Override
    public String words() {
      return urls.size() == 1 ? "a link to open" : urls.size() + " links to open";
    }
  }

  /// Products of one catalog.
  record Goods(String catalogId, List<String> retailerIds) implements Offer {
    public Goods {
      retailerIds = List.copyOf(retailerIds);
    }

    @Override
    public String words() {
      return "products " + String.join(", ", retailerIds);
    }
  }

  /// Products of the catalog that the number sells from.
  record OwnGoods(List<String> retailerIds) implements Offer {
    public OwnGoods {
      retailerIds = List.copyOf(retailerIds);
    }

    @Override
    public String words() {
      return "products " + String.join(", ", retailerIds);
    }
  }

  /// All that the number sells.
  record WholeCatalog() implements Offer {
    @Override
    public String words() {
      return "the whole catalog";
    }
  }

  /// To say where the user is.
  record ShareLocation() implements Offer {
    @Override
    public String words() {
      return "to send a location";
    }
  }

  /// To fill in an address.
  record FillInAddress() implements Offer {
    @Override
    public String words() {
      return "an address form";
    }
  }

  /// To let the business call.
  record AllowCalls() implements Offer {
    @Override
    public String words() {
      return "to allow calls";
    }
  }

  /// To share the own card.
  record ShareContact() implements Offer {
    @Override
    public String words() {
      return "to share contact info";
    }
  }

  /// To open a flow.
  ///
  /// @param token that comes back with the answers
  record OpenFlow(String token) implements Offer {
    @Override
    public String words() {
      return "a flow to complete";
    }
  }

  /// To listen.
  record VoiceNote() implements Offer {
    @Override
    public String words() {
      return "a voice note to play";
    }
  }

  /// To call the business; no call takes place here.
  record Call() implements Offer {
    @Override
    public String words() {
      return "to call the business";
    }
  }

  /// To pay; no payment takes place here.
  record Pay() implements Offer {
    @Override
    public String words() {
      return "a bill to pay";
    }
  }

  /// Only to be read.
  record Nothing() implements Offer {
    @Override
    public String words() {
      return "nothing to answer";
    }
  }
}
