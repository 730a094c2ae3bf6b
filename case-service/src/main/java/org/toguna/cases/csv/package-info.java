/** Files of rows as providers send them: read as a stream, each row judged by itself. */
@NullMarked
package org.toguna.cases.csv;

import org.jspecify.annotations.NullMarked;
