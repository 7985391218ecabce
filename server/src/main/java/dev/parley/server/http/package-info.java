/// Requests in, responses out: the web server behind plain values, and the only importer of its
/// library.
@NullMarked
package dev.parley.server.http;

import org.jspecify.annotations.NullMarked;
