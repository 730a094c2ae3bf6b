/** The page on which reviewers work; its files are under {@code META-INF/resources/review}. */
@NullMarked
package org.toguna.ingest.review;

import org.jspecify.annotations.NullMarked;
