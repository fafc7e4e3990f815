package org.safepassage.hub.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.safepassage.hub.wiring.UpProcess;

/// Reads pages and sends their forms as they stand there, with cookies, hidden fields and the button that is pressed.
/// No script runs, as in a browser that has none.
final class Browser {
    private final Connection session;
    private final String address;
    private final List<String> seen = new ArrayList<>();
    private Document page;
    private Connection.Response answer;

    private Browser(String address, Connection session, Connection.Response first) throws IOException {
        this.address = address;
        this.session = session;
        this.answer = first;
        this.page = first.parse();
    }

    /// A browser that is signed in.
    static Browser signedIn(String address, String user, String password) throws IOException {
        var session = Jsoup.newSession()
                .header("Accept", "text/html")
                .timeout(120_000)
                .ignoreHttpErrors(true);
        var browser = new Browser(
                address, session, session.newRequest(address + "/login").execute());
        browser.fill("username", user).fill("password", password);
        browser.press("Sign in");
        return browser;
    }

    /// Where a hub's console is.
    static String console(UpProcess hub) throws IOException {
        String ready = hub.said()
                .lines()
                .filter(line -> line.contains("\"ready\""))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(ready).path("console").asText().replaceFirst("/$", "");
    }

    /// Orders something as another site could: with the cookie, without what only a page of the console holds.
    void postWithoutToken(String path) throws IOException {
        answer = session.newRequest(address + path)
                .method(Connection.Method.POST)
                .execute();
    }

    Browser open(String path) throws IOException {
        return read(session.newRequest(address + path));
    }

    /// Follows the link with this text.
    Browser follow(String text) throws IOException {
        Element link = page.select("a").stream()
                .filter(one -> one.text().equals(text) || one.attr("aria-label").equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text + " in:\n" + page.text()));
        return read(session.newRequest(link.absUrl("href")));
    }

    /// Fills a field, by its name.
    Browser fill(String name, String value) {
        Element field = field(name);
        switch (field.normalName()) {
            case "textarea" -> field.text(value);
            case "select" -> {
                field.select("option").removeAttr("selected");
                Element option = field.selectFirst("option[value=" + value + "]");
                if (option == null) throw new AssertionError(name + " has no choice " + value);
                option.attr("selected", "selected");
            }
            default -> field.attr("value", value);
        }
        return this;
    }

    /// Fills a field, by its id.
    Browser fillAt(String id, String value) {
        Element field = page.getElementById(id);
        if (field == null) throw new AssertionError("no field " + id);
        field.attr("value", value);
        return this;
    }

    /// Chooses a radio button, or sets or clears a checkbox.
    Browser choose(String name, String value, boolean on) {
        Element box = page.selectFirst("input[name=" + name + "][value=" + value + "]");
        if (box == null) throw new AssertionError("no choice " + value + " of " + name);
        if (on) box.attr("checked", "checked");
        else box.removeAttr("checked");
        return this;
    }

    private Element field(String name) {
        Element field = page.selectFirst("[name=" + name + "]:not([type=hidden])");
        if (field == null) throw new AssertionError("no field " + name + " in:\n" + page.text());
        return field;
    }

    /// Presses the button with this text, or with this label for screen readers.
    Browser press(String text) throws IOException {
        Element button = page.select("button").stream()
                .filter(one -> one.text().equals(text) || one.attr("aria-label").equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + " in:\n" + page.text()));
        var form = (FormElement) button.closest("form");
        if (form == null) throw new AssertionError("the button " + text + " is in no form");
        Connection sent = session.newRequest(form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action"))
                .method(form.attr("method").equalsIgnoreCase("post") ? Connection.Method.POST : Connection.Method.GET);
        form.formData().stream()
                .filter(field -> !field.key().isEmpty() && !field.key().equals("do"))
                .forEach(field -> sent.data(field.key(), field.value()));
        if (button.hasAttr("name")) sent.data(button.attr("name"), button.attr("value"));
        return read(sent);
    }

    private Browser read(Connection request) throws IOException {
        answer = request.execute();
        if (answer.statusCode() >= 500)
            throw new AssertionError(
                    answer.statusCode() + " at " + request.request().url());
        page = answer.parse();
        seen.add(page.outerHtml());
        return this;
    }

    /// Goes back to a page that was seen, as to the tab that stayed open.
    Browser back(String html) {
        page = Jsoup.parse(html, page.location());
        return this;
    }

    Document page() {
        return page;
    }

    String text() {
        return page.text();
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        String value = answer.header(name);
        return value == null ? "" : value;
    }

    /// The error that stands at a field.
    String errorAt(String id) {
        Element error = page.getElementById(id + "-error");
        return error == null ? "" : error.text();
    }

    /// Every page that was seen, as it came.
    List<String> seen() {
        return seen;
    }

    /// Keeps the page for the eye, with its style sheet, where `SAFEPASSAGE_PAGES` names a folder.
    Browser keep(String name) throws IOException {
        String folder = System.getenv("SAFEPASSAGE_PAGES");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            String style = session.newRequest(address + "/console.css")
                    .ignoreContentType(true)
                    .execute()
                    .body();
            Document copy = page.clone();
            copy.head().select("link, meta[http-equiv]").remove();
            copy.head().appendElement("style").appendChild(new org.jsoup.nodes.DataNode(style));
            Files.writeString(Path.of(folder, name + ".html"), copy.outerHtml());
        }
        return this;
    }
}
