package normalize

// A Copy is a stretch of the file that repeats another by an accident of
// extraction. Only one of the two is in the clean text.
type Copy struct {
	Kept  Span // in the clean text
	Again Span // in the decoded text
}
