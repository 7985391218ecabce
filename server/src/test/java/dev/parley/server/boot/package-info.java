/// What `serve` is given, and who may use the sandbox's own API.
@NullMarked
package dev.parley.server.boot;

import org.jspecify.annotations.NullMarked;
