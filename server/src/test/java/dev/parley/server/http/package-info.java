/// The web server, tried from outside over sockets.
@NullMarked
package dev.parley.server.http;

import org.jspecify.annotations.NullMarked;
