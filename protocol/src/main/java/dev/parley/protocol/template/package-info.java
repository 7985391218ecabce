/// How a template is defined: what its creator wrote, which rules it obeys, and its JSON.
@NullMarked
package dev.parley.protocol.template;

import org.jspecify.annotations.NullMarked;
