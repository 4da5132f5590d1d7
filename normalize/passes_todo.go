package normalize

func copies(t *Text, o Options) *Text { return t }
