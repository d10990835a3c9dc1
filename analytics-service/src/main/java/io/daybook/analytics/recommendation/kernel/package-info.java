/**
 * What is recommended, as plain arithmetic: trails of items (visits, baskets) with an index that is fed item by item,
 * the neighbours of a session, what is bought together, what is looked for now, which policy a visitor gets and what
 * the log of exposures says of policies. Knows no Kafka, Spring or JSON, only arrays and times that come with what
 * happened.
 */
@NullMarked
package io.daybook.analytics.recommendation.kernel;

import org.jspecify.annotations.NullMarked;
