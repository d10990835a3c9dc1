/**
 * What a read model is made of: tables, folds, what is kept of each entity, and how a batch of events is written. Owns
 * the tables of a generation. Knows no capability; each says what its own models are.
 */
@NullMarked
package io.daybook.query.platform.model;

import org.jspecify.annotations.NullMarked;
