package io.daybook.analytics.pricing;

import io.daybook.analytics.pricing.kernel.PricingReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from the book that is open in this instance. */
final class LocalPricing {

    private final PricingBooks books;

    LocalPricing(PricingBooks books) {
        this.books = books;
    }

    PricingPart answer(PricingQuestion question) {
        Map<Integer, PricingBook> open = books.now();
        PricingView standing = null;
        List<DecisionView> decisions = new ArrayList<>();
        for (PricingBook book : open.values()) {
            PricingView found = standing(book, question.sku());
            standing = found == null ? standing : found;
            book.receipts(question.sku(), question.before(), question.limit()).stream()
                    .map(DecisionView::of)
                    .forEach(decisions::add);
        }
        return new PricingPart(open.keySet(), standing, decisions);
    }

    private static @Nullable PricingView standing(PricingBook book, String sku) {
        List<PricingReceipt> last = book.receipts(sku, Long.MAX_VALUE, 1);
        return book.standing(sku)
                .map(known -> PricingView.of(
                        known, book.position(), book.now(), book.source(), last.isEmpty() ? null : last.getFirst()))
                .orElse(null);
    }
}
