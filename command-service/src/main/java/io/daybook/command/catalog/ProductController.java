package io.daybook.command.catalog;

import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.command.ReviseProduct;
import io.daybook.api.catalog.command.WithdrawProduct;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Products by REST. */
@RestController
@RequestMapping("/products")
final class ProductController {

    private final Replies replies;

    ProductController(Replies replies) {
        this.replies = replies;
    }

    @PostMapping
    ResponseEntity<Reply> register(@Valid @RequestBody Registration body) {
        RegisterProduct command =
                new RegisterProduct(body.sku(), body.name(), body.stocked() == null || body.stocked(), body.category());
        return replies.created(
                command,
                command.sku(),
                UriComponentsBuilder.fromPath("/products/{sku}").build(command.sku()));
    }

    @PutMapping("/{sku}")
    ResponseEntity<Reply> revise(@PathVariable String sku, @Valid @RequestBody Revision body) {
        return replies.replaced(new ReviseProduct(sku, body.name(), body.category()), sku);
    }

    @PostMapping("/{sku}/withdrawal")
    ResponseEntity<Reply> withdraw(@PathVariable String sku, @Valid @RequestBody Withdrawal body) {
        return replies.changed(new WithdrawProduct(sku, body.reason()), sku);
    }

    /** {@code stocked} is true where it is left out. */
    record Registration(
            @Fit(Kind.IDENTIFIER) String sku,
            @Fit(Kind.TEXT) String name,
            @Nullable Boolean stocked,

            @Fit(value = Kind.CATEGORY, optional = true) @Nullable String category) {}

    /** The whole of what can be revised: a category that is left out is taken away. */
    record Revision(
            @Fit(Kind.TEXT) String name,

            @Fit(value = Kind.CATEGORY, optional = true) @Nullable String category) {}

    record Withdrawal(@Fit(Kind.TEXT) String reason) {}
}
