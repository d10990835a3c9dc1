package io.daybook.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the simulated shop sells: household goods in twelve colours, postage, and a bell that will sell out. */
final class Assortment {

    static final Product POSTAGE = new Product("POSTAGE", "Postage", false, null, new BigDecimal("4.95"));
    static final Product BELL =
            new Product("BELL-BRASS", "Brass bicycle bell", true, "Cycling", new BigDecimal("14.50"));

    private record Article(String code, String name, String category, String price) {}

    private static final List<Article> ARTICLES = List.of(
            new Article("BAG", "shopping bag", "Home/Storage", "3.95"),
            new Article("MUG", "enamel mug", "Kitchen/Tableware", "6.50"),
            new Article("CLOTH", "tea towel", "Kitchen/Linen", "5.25"),
            new Article("CANDLE", "scented candle", "Home/Candles and lanterns", "12.00"),
            new Article("NOTEBOOK", "notebook", "Stationery", "6.95"),
            new Article("NAPKIN", "set of 4 napkins", "Kitchen/Tableware", "9.95"),
            new Article("BOWL", "stoneware bowl", "Kitchen/Tableware", "8.95"),
            new Article("HOOK", "coat hook", "Home/Storage", "4.75"),
            new Article("FRAME", "picture frame", "Home/Decoration", "10.95"),
            new Article("CUSHION", "linen cushion", "Home/Textiles", "22.50"),
            new Article("JUG", "milk jug", "Kitchen/Tableware", "11.50"),
            new Article("TRAY", "serving tray", "Kitchen/Tableware", "15.75"),
            new Article("LANTERN", "lantern", "Home/Candles and lanterns", "19.95"),
            new Article("VASE", "glass vase", "Home/Decoration", "16.50"),
            new Article("APRON", "kitchen apron", "Kitchen/Linen", "17.50"),
            new Article("BASKET", "storage basket", "Home/Storage", "18.25"),
            new Article("TEAPOT", "teapot", "Kitchen/Tableware", "24.00"),
            new Article("CLOCK", "wall clock", "Home/Decoration", "34.00"),
            new Article("THROW", "woollen throw", "Home/Textiles", "48.00"),
            new Article("RUG", "cotton rug", "Home/Textiles", "65.00"));

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
        return new Product(
                sku, colour + " " + article.name(), true, article.category(), new BigDecimal(article.price()));
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
