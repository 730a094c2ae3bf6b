/** What actors are called, told by id to siblings that show them beside their own records. */
@NullMarked
package org.toguna.actors.names;

import org.jspecify.annotations.NullMarked;
