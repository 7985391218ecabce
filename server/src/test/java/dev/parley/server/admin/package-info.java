/// Tests of webhook settings over a whole server, with real receivers.
@NullMarked
package dev.parley.server.admin;

import org.jspecify.annotations.NullMarked;
