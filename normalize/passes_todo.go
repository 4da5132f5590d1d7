package normalize

func script(t *Text, o Options) *Text { return t }
func copies(t *Text, o Options) *Text { return t }
