package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.Part;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an instance knows of a SKU: all or nothing. */
record PricingPart(Set<Integer> partitions, @Nullable PricingView standing, List<DecisionView> decisions)
        implements Part {}
