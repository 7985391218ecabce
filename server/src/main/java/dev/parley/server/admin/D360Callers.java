package dev.parley.server.admin;

import dev.parley.account.Sender;
import dev.parley.server.admin.NumberEdges.Call;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Calls whose key names the number, answered in 360dialog's shape.
///
/// @param callers who asks, by the key
/// @param unknownKey the answer to somebody with a wrong key
/// @param errors the shape of what went wrong
record D360Callers(
    Function<Request, Optional<Sender>> callers, Supplier<Response> unknownKey, D360Errors errors) {

  /// For callers with a known key only.
  Handler known(Call call) {
    return request -> {
      Optional<Sender> sender = callers.apply(request);
      return sender.isPresent()
          ? errors.wrapped(call.answer(request, sender.get().number()))
          : unknownKey.get();
    };
  }
}
