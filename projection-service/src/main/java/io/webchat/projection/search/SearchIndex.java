package io.webchat.projection.search;

import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of the log as a Lucene index in a directory, of which one process at a time is the writer.
 *
 * <p><b>Guarantees.</b> A commit holds documents and the positions that they reflect, both or neither: everything
 * before the positions is in it. What is not committed is lost with the process, and read again. An index of another
 * log, of another format, or one that cannot be read is thrown away when it is opened, and begins at zero.
 *
 * <p>One thread puts; any searches, refreshes and commits. Whoever is interrupted while they search or refresh lose
 * their own answer and nothing else.
 */
final class SearchIndex implements AutoCloseable {
    /** Of the fields and the analysis; the latter is also that of the library's version. */
    static final String FORMAT = "2/" + Version.LATEST;

    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);
    private static final String FORMAT_KEY = "format";
    private static final String EPOCH_KEY = "epoch";

    /** Up to here hits are counted exactly. */
    private static final int COUNTED = 1_000;

    /** Well under the time limit of requests: nobody waits any more for what is found after that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So long a query that asks for nothing fresher may be answered from what the last one saw. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final FSDirectory directory;
    private final String epoch;
    private final long[] committed;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LiveFieldValues<IndexSearcher, SearchDocument> documents;

    /**
     * What has been put is written by a thread of its own, which nobody interrupts: an interrupt closes the file that
     * is being written, and Lucene the writer with it.
     */
    private final ExecutorService refreshing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("search-refresh").daemon().factory());

    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong refreshedChanges = new AtomicLong();
    private volatile long refreshedAt = System.nanoTime();

    private SearchIndex(FSDirectory directory, String epoch, long[] committed) throws IOException {
        this.directory = directory;
        this.epoch = epoch;
        this.committed = committed;
        var config = new IndexWriterConfig(MessageAnalyzer.OF_MESSAGES).setCommitOnClose(false);
        writer = new IndexWriter(directory, config);
        try {
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
        documents = new LiveFieldValues<>(searchers, SearchDocument.deleted("")) {
            @Override
            protected @Nullable SearchDocument lookupFromSearcher(IndexSearcher searcher, String id)
                    throws IOException {
                return stored(searcher, id);
            }
        };
    }

    /**
     * Opens the index in a directory, or begins one.
     *
     * @throws LockObtainFailedException if another process has it
     */
    static SearchIndex open(Path path, LogEpoch epoch) throws IOException {
        Files.createDirectories(path);
        try (var directory = FSDirectory.open(path)) {
            directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
        }
        try {
            var positions = committed(path, epoch);
            if (positions.isPresent()) {
                return opened(path, epoch, positions.get());
            }
        } catch (IOException | RuntimeException e) {
            log.warn("the search index in {} cannot be read", path, e);
        }
        return anew(path, epoch);
    }

    /** Begins an index, in place of whatever is there. */
    static SearchIndex anew(Path path, LogEpoch epoch) throws IOException {
        log.info("building the search index in {} from the log", path);
        IOUtils.rm(path);
        Files.createDirectories(path);
        return opened(path, epoch, new long[Topic.PARTITIONS]);
    }

    private static SearchIndex opened(Path path, LogEpoch epoch, long[] positions) throws IOException {
        var directory = FSDirectory.open(path);
        try {
            return new SearchIndex(directory, epoch.value(), positions);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** The positions of the last commit; empty if it is none that can be used. */
    private static Optional<long[]> committed(Path path, LogEpoch epoch) throws IOException {
        try (var directory = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            var data = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!FORMAT.equals(data.get(FORMAT_KEY)) || !epoch.value().equals(data.get(EPOCH_KEY))) {
                log.info("the search index in {} is of another format, or of another log", path);
                return Optional.empty();
            }
            var positions = new long[Topic.PARTITIONS];
            Arrays.setAll(positions, partition -> Long.parseLong(data.get(Integer.toString(partition))));
            return Optional.of(positions);
        }
    }

    /** Everything before these positions, by partition, was in it when it was opened. */
    long[] committed() {
        return committed.clone();
    }

    Optional<SearchDocument> find(String id) throws IOException {
        return Optional.ofNullable(documents.get(id));
    }

    /** Puts a document in the place of the one with its id. */
    void put(SearchDocument document) throws IOException {
        writer.updateDocument(new Term(SearchFields.ID, document.id()), SearchFields.write(document));
        documents.add(document.id(), document);
        changes.incrementAndGet();
    }

    /** @param positions by partition: everything before them has been put */
    void commit(long[] positions) throws IOException {
        var data = new HashMap<String, String>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(EPOCH_KEY, epoch);
        for (var partition = 0; partition < positions.length; partition++) {
            data.put(Integer.toString(partition), Long.toString(positions[partition]));
        }
        writer.setLiveCommitData(Map.copyOf(data).entrySet());
        writer.commit();
    }

    /** Shows everything that has been put. Throws {@code request-timeout} (503) if this thread is interrupted. */
    void refresh() throws IOException {
        var seen = changes.get();
        if (seen <= refreshedChanges.get()) {
            return;
        }
        try {
            refreshing.submit(() -> show(seen)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.REQUEST_TIMEOUT, "The search was cut off.");
        } catch (RejectedExecutionException e) {
            throw new AlreadyClosedException("the index is closed", e);
        } catch (ExecutionException e) {
            throw IOUtils.rethrowAlways(e.getCause());
        }
    }

    private @Nullable Void show(long seen) throws IOException {
        if (seen > refreshedChanges.get()) {
            searchers.maybeRefreshBlocking();
            refreshedChanges.accumulateAndGet(seen, Math::max);
            refreshedAt = System.nanoTime();
        }
        return null;
    }

    /** Shows everything that was put a moment ago. */
    void refreshIfOld() throws IOException {
        if (System.nanoTime() - refreshedAt > TOLERANCE.toNanos()) {
            refresh();
        }
    }

    /** A place among hits, which are the newest first. */
    record Hit(long atMillis, String id) {}

    /**
     * A page of hits.
     *
     * @param total of all pages; at least so many, unless it is exact
     * @param isComplete whether there was time to look everywhere; otherwise the others say nothing
     */
    record Hits(List<Hit> hits, long total, boolean isExact, boolean isComplete) {}

    /**
     * A page; throws {@code request-timeout} (503) if it is not found within five seconds.
     *
     * @param after the last hit of the page before; null for the first page
     */
    Hits search(Query query, @Nullable Hit after, int limit) throws IOException {
        var hits = search(query, after, limit, PATIENCE);
        if (!hits.isComplete()) {
            throw new ProblemException(
                    ProblemType.REQUEST_TIMEOUT, "The search took too long. Ask for less, or in fewer places.");
        }
        return hits;
    }

    /**
     * @param after the last hit of the page before; null for the first page
     * @param patience for looking through the documents
     */
    Hits search(Query query, @Nullable Hit after, int limit, Duration patience) throws IOException {
        var acquired = searchers.acquire();
        try {
            // The acquired one is shared with others, whose time it is not.
            var searcher = new IndexSearcher(acquired.getIndexReader());
            searcher.setTimeout(new QueryTimeoutImpl(patience.toMillis()));
            var collectors = new TopFieldCollectorManager(
                    SearchFields.NEWEST_FIRST, limit, after == null ? null : place(after, searcher), COUNTED);
            var found = searcher.search(query, collectors);
            var hits = Arrays.stream(found.scoreDocs)
                    .map(hit -> hit(((FieldDoc) hit).fields))
                    .toList();
            var isExact = found.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
            return new Hits(hits, found.totalHits.value(), isExact, !searcher.timedOut());
        } finally {
            searchers.release(acquired);
        }
    }

    /** The last document: what has the same values as the place is not after it. */
    private static FieldDoc place(Hit after, IndexSearcher searcher) {
        var last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
        return new FieldDoc(last, Float.NaN, new Object[] {after.atMillis(), new BytesRef(after.id())});
    }

    private static Hit hit(Object[] values) {
        return new Hit((Long) values[0], ((BytesRef) values[1]).utf8ToString());
    }

    private static @Nullable SearchDocument stored(IndexSearcher searcher, String id) throws IOException {
        var found = searcher.search(new TermQuery(new Term(SearchFields.ID, id)), 1);
        return found.scoreDocs.length == 0
                ? null
                : SearchFields.read(searcher.storedFields().document(found.scoreDocs[0].doc));
    }

    /** How many messages it knows, deleted ones included. */
    int size() {
        return writer.isOpen() ? writer.getDocStats().numDocs : 0;
    }

    /** Without what was not committed. */
    @Override
    public void close() throws IOException {
        try (directory;
                searchers) {
            refreshing.close();
            documents.close();
            writer.rollback();
        }
    }
}
