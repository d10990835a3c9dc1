package io.daybook.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the simulated shop sells: household goods in twelve colours, postage, and a bell that will sell out. */
final class Assortment {

    static final Product POSTAGE = new Product("POSTAGE", "Postage", false, new BigDecimal("4.95"));
    static final Product BELL = new Product("BELL-BRASS", "Brass bicycle bell", true, new BigDecimal("14.50"));

    private record Article(String code, String name, String price) {}

    private static final List<Article> ARTICLES = List.of(
            new Article("BAG", "shopping bag", "3.95"),
            new Article("MUG", "enamel mug", "6.50"),
            new Article("CLOTH", "tea towel", "5.25"),
            new Article("CANDLE", "scented candle", "12.00"),
            new Article("NOTEBOOK", "notebook", "6.95"),
            new Article("NAPKIN", "set of 4 napkins", "9.95"),
            new Article("BOWL", "stoneware bowl", "8.95"),
            new Article("HOOK", "coat hook", "4.75"),
            new Article("FRAME", "picture frame", "10.95"),
            new Article("CUSHION", "linen cushion", "22.50"),
            new Article("JUG", "milk jug", "11.50"),
            new Article("TRAY", "serving tray", "15.75"),
            new Article("LANTERN", "lantern", "19.95"),
            new Article("VASE", "glass vase", "16.50"),
            new Article("APRON", "kitchen apron", "17.50"),
            new Article("BASKET", "storage basket", "18.25"),
            new Article("TEAPOT", "teapot", "24.00"),
            new Article("CLOCK", "wall clock", "34.00"),
            new Article("THROW", "woollen throw", "48.00"),
            new Article("RUG", "cotton rug", "65.00"));

    private static final List<String> COLOURS = List.of(
            "Cream", "Sage", "Navy", "Ochre", "Slate", "Rose", "Teal", "Rust", "Sky", "Moss", "Plum", "Charcoal");

    /** The goods in order of popularity, without the bell. */
    private final List<Product> goods = allColours();

    private static List<Product> allColours() {
        List<Product> goods = new ArrayList<>();
        for (int spread = 0; spread < ARTICLES.size(); spread++) {
            for (int colour = 0; colour < COLOURS.size(); colour++) {
                Article article = ARTICLES.get((spread + 7 * colour) % ARTICLES.size());
                goods.add(product(article, COLOURS.get(colour)));
            }
        }
        return List.copyOf(goods);
    }

    private static Product product(Article article, String colour) {
        String sku = article.code() + "-" + colour.toUpperCase(Locale.ROOT);
        return new Product(sku, colour + " " + article.name(), true, new BigDecimal(article.price()));
    }

    List<Product> goods() {
        return goods;
    }

    List<Product> everything() {
        List<Product> everything = new ArrayList<>(goods);
        everything.add(POSTAGE);
        everything.add(BELL);
        return everything;
    }
}
