package dev.parley.server.dialect;

/// What a caller with a wrong key or id is told beside the documented error, so that a bot can be
/// wired without guessing. The sandbox tells what it knows; production tells nothing.
public interface Hints {
  String forUnknownKey();

  String forUnknownNumber(String id);

  /// For an id that is neither a number's nor a business's.
  String forUnknownObject(String id);

  /// Tells nothing.
  Hints NONE =
      new Hints() {
        @Override
        public String forUnknownKey() {
          return "";
        }

        @Override
        public String forUnknownNumber(String id) {
          return "";
        }

        @Override
        public String forUnknownObject(String id) {
          return "";
        }
      };
}
