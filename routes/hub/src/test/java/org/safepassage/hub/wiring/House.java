package org.safepassage.hub.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.SimpleTypeConverter;
import org.flywaydb.core.Flyway;
import org.safepassage.connectors.Item;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.house.InBox;
import org.safepassage.hub.house.Office;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.CustodyTables;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Versions;
import org.safepassage.hub.pipeline.ArrivalOrder;
import org.safepassage.hub.pipeline.ParcelWords;
import org.safepassage.hub.pipeline.RouteInstances;
import org.safepassage.hub.pipeline.TroubleRoutes;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.hub.pipeline.steps.PartnerDoors;
import org.safepassage.hub.pipeline.steps.PictureSearch;
import org.safepassage.hub.pipeline.steps.ReceiptText;
import org.safepassage.hub.pipeline.steps.RecipientDoors;
import org.safepassage.hub.pipeline.steps.ScanSearch;
import org.safepassage.hub.pipeline.steps.VideoSearch;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.release.agreements.InvalidAgreementsException;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Outcome;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A hub without console and web server, wired as the real one; each part is made when it is first asked for.
/// Routes are added and started by the test, with their doors swapped by property.
public final class House implements AutoCloseable {
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, Office> offices = Map.of("office", new Office(), "archive", new Office());
    private final InBox tribunal = new InBox();
    private final Map<String, Integer> givenBack = new ConcurrentHashMap<>();

    private House(HubFolders folders, Map<String, Supplier<?>> instead) throws IOException {
        var configuration = HouseFolders.read(folders);
        var all = new HashMap<String, Supplier<?>>();
        all.put("folders", () -> folders);
        all.put("configuration", () -> configuration);
        all.put("settings", configuration::settings);
        all.put("running", () -> running(configuration));
        all.put("keys", () -> KeyRing.open(folders.keyRing(), Optional.empty()));
        all.put("json", () -> Jackson2ObjectMapperBuilder.json().build());
        all.put("camel", () -> camel);
        all.put("messages", camel::createProducerTemplate);
        all.put("partnerDoors", () -> (PartnerDoors) name -> Objects.requireNonNull(offices.get(name)));
        all.put("recipientDoors", () -> (RecipientDoors) name -> tribunal);
        all.putAll(instead);
        var types = new HashMap<String, Class<?>>(Map.of(
                "folders", HubFolders.class,
                "configuration", Configuration.class,
                "settings", Settings.class,
                "running", RunningConfiguration.class,
                "keys", KeyRing.class,
                "json", ObjectMapper.class,
                "camel", CamelContext.class,
                "messages", ProducerTemplate.class,
                "partnerDoors", PartnerDoors.class,
                "recipientDoors", RecipientDoors.class));
        types.put("clock", InstantSource.class);
        types.put("reading", Extract.Reading.class);
        types.put("redacting", PictureSearch.Redacting.class);
        types.put("readBack", org.safepassage.extract.ExtractorPool.class);
        types.put("scanning", ScanSearch.Scanning.class);
        types.put("videoRedacting", VideoSearch.Redacting.class);
        types.put("room", org.safepassage.hub.pipeline.steps.Room.class);
        all.forEach((name, supplier) -> register(name, Objects.requireNonNull(types.get(name)), supplier));
        beans.registerBean(
                "transactions",
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(beans.getBean(DataSource.class)));
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.register(
                LedgerWiring.class,
                RoomWiring.class,
                StepWiring.class,
                BrokerWiring.class,
                DoorWiring.class,
                PipelineWiring.class);
        beans.refresh();
        Flyway.configure()
                .dataSource(beans.getBean(DataSource.class))
                .locations("classpath:db/migration")
                .javaMigrations(new CustodyTables.V2__Custody())
                .load()
                .migrate();
    }

    private static RunningConfiguration running(Configuration configuration) {
        try {
            return new RunningConfiguration(AppliedState.load(configuration));
        } catch (IOException | PolicyInvalid | InvalidAgreementsException unsound) {
            throw new IllegalStateException(unsound);
        }
    }

    private <T> void register(String name, Class<T> type, Supplier<?> supplier) {
        beans.registerBean(name, type, () -> type.cast(supplier.get()));
    }

    /// A house on new folders below `root`.
    public static House open(Path root) throws IOException {
        return open(HouseFolders.make(root), Map.of());
    }

    /// A house on folders that are there, with some beans (`clock`, `room`, `partnerDoors`, …) replaced.
    public static House open(HubFolders folders, Map<String, Supplier<?>> instead) throws IOException {
        return new House(folders, instead);
    }

    /// A part of the house.
    public <T> T get(Class<T> type) {
        return beans.getBean(type);
    }

    /// The system of a partner.
    public Office office(String partner) {
        return Objects.requireNonNull(offices.get(partner));
    }

    /// The system of the recipient `tribunal`.
    public InBox tribunal() {
        return tribunal;
    }

    /// Starts all routes of these builders and the error policy. Doors are swapped by property; those that are
    /// not are the real queues of the embedded broker.
    @SafeVarargs
    public final DefaultCamelContext start(Map<String, String> doors, Class<? extends RoutesBuilder>... builders) {
        try {
            var properties = shippedDoors();
            properties.putAll(doors);
            camel.disableJMX();
            camel.setAllowUseOriginalMessage(true);
            camel.getPropertiesComponent().setInitialProperties(properties);
            convert(get(ParcelWords.class));
            camel.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
                @Override
                public void notify(CamelEvent event) {
                    if (event instanceof CamelEvent.ExchangeFailedEvent failed)
                        givenBack.merge(failed.getExchange().getFromRouteId(), 1, Integer::sum);
                }
            });
            if (properties.values().stream().anyMatch(door -> door.toString().startsWith("jms:")))
                camel.addComponent("jms", get(JmsComponent.class));
            camel.addRoutesConfigurations(get(TroubleRoutes.class));
            for (var builder : builders) camel.addRoutes(get(builder));
            camel.start();
            return camel;
        } catch (Exception failed) {
            throw new IllegalStateException("the routes did not start", failed);
        }
    }

    /// Starts one route alone. Its own door becomes `direct:in`; every other door leads into memory, where [#sent]
    /// finds what came.
    public void startAlone(String route, String ownDoor, Class<? extends RoutesBuilder> builder) {
        var doors = new HashMap<String, String>();
        shippedDoors().keySet().forEach(door -> doors.put(door.toString(), "seda:" + door));
        doors.put(ownDoor, "direct:in");
        camel.setAutoStartup(false);
        start(doors, builder);
        try {
            camel.getRouteController().startRoute(route);
        } catch (Exception failed) {
            throw new IllegalStateException("route " + route + " did not start", failed);
        }
    }

    /// Sends a body and waits until a route without a queue before it is through.
    public void send(String door, Object body) {
        camel.createFluentProducerTemplate().to(door).withBody(body).send();
    }

    /// What a route that was started alone has sent to a door, oldest first.
    public List<Object> sent(String door) {
        return camel.getEndpoint("seda:" + door, SedaEndpoint.class).getExchanges().stream()
                .map(sent -> sent.getMessage().getBody())
                .toList();
    }

    private static Properties shippedDoors() {
        var properties = new Properties();
        try (var in = House.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        properties.keySet().removeIf(key -> !key.toString().matches(".*[.](queue|timer)"));
        return properties;
    }

    /// Camel's Spring integration does this by itself.
    private void convert(ParcelWords words) {
        var registry = camel.getTypeConverterRegistry();
        registry.addTypeConverter(
                String.class, Parcel.class, new SimpleTypeConverter(false, (t, e, v) -> words.write((Parcel) v)));
        registry.addTypeConverter(
                Parcel.class, String.class, new SimpleTypeConverter(false, (t, e, v) -> words.read((String) v)));
        registry.addTypeConverter(
                String.class,
                ArrivalOrder.class,
                new SimpleTypeConverter(false, (t, e, v) -> words.write((ArrivalOrder) v)));
        registry.addTypeConverter(
                ArrivalOrder.class,
                String.class,
                new SimpleTypeConverter(false, (t, e, v) -> words.readOrder((String) v)));
        registry.addTypeConverter(
                String.class,
                ReceiptText.class,
                new SimpleTypeConverter(false, (t, e, v) -> words.write((ReceiptText) v)));
    }

    /// Makes the routes that stand once for each partner, recipient and schedule.
    public RouteInstances instances() {
        return new RouteInstances(camel);
    }

    /// Messages waiting in a queue of the broker.
    public long backlog(String queue) {
        return get(Broker.class).backlog(queue);
    }

    /// How often a message of this route was given back to its queue.
    public int givenBack(String route) {
        return givenBack.getOrDefault(route, 0);
    }

    /// A version that has arrived with a record of these words, under way in these exchanges.
    public CaseFileVersion arrived(String caseNumber, String content, String... exchanges) {
        return Objects.requireNonNull(get(TransactionTemplate.class).execute(tx -> {
            var admission = get(CaseFiles.class)
                    .admit(
                            "office",
                            caseNumber,
                            "",
                            List.of(new CaseFiles.SealedItem("record.json", Item.Part.RECORD, content, 1)));
            if (admission.isNew()) get(Versions.class).open(admission.version(), List.of(exchanges));
            return admission.version();
        }));
    }

    /// Records that these steps are done and passed, leaving this result.
    public void passed(Parcel parcel, String result, Step... steps) throws IOException {
        for (Step step : steps) get(StepBook.class).once(parcel, step, () -> StepBook.Result.passed(result));
    }

    /// Records that a step refused the parcel, which ends its way.
    public void refused(Parcel parcel, Step step) throws IOException {
        get(StepBook.class)
                .once(parcel, step, () -> StepBook.Result.of(new Outcome.Refused(List.of("consent-refused"))));
    }

    @Override
    public void close() {
        camel.stop();
        beans.close();
    }
}
